package fr.bastide.airlock.mail.authentication;

import java.util.List;

/// Asks the domain name system.
@FunctionalInterface
public interface Dns {

  /// Kinds of records asked for.
  enum Kind {
    A,
    AAAA,
    MX,
    PTR,
    TXT
  }

  /// What came back.
  sealed interface Answer {
    /// Records, at least one: addresses, names without a final dot, texts joined whole.
    record Found(List<String> values) implements Answer {
      public Found {
        values = List.copyOf(values);
      }
    }

    /// There is no such name, or it has no such record.
    record Nothing() implements Answer {}

    /// No server answered in time.
    record Unavailable() implements Answer {}
  }

  /// @param name a domain in ASCII; for [Kind#PTR] a name under `in-addr.arpa` or `ip6.arpa`
  Answer ask(String name, Kind kind);
}
