package fr.bastide.airlock.mail.authentication;

import java.util.List;

/// The DNS for one message: so many questions, so much time, so long an answer, and no more.
final class BoundedDns implements Dns {

  private static final int MOST = 60;
  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_TEXT = 4_000;
  private static final int MOST_VALUES = 50;
  private static final long NANOS = 8_000_000_000L;

  private final Dns dns;
  private final long start = System.nanoTime();
  private int asked;

  BoundedDns(Dns dns) {
    this.dns = dns;
  }

  @Override
  public Answer ask(String name, Kind kind) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return new Answer.Nothing();
    }
    if (++asked > MOST || System.nanoTime() - start > NANOS) {
      return new Answer.Unavailable();
    }
    return switch (dns.ask(name, kind)) {
      case Answer.Found found -> {
        List<String> some =
            found.values().stream()
                .filter(v -> v.length() <= LONGEST_TEXT)
                .limit(MOST_VALUES)
                .toList();
        yield some.isEmpty() ? new Answer.Nothing() : new Answer.Found(some);
      }
      case Answer.Nothing nothing -> nothing;
      case Answer.Unavailable unavailable -> unavailable;
    };
  }
}
