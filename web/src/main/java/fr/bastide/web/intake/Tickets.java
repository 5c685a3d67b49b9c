package fr.bastide.web.intake;

import fr.bastide.loop.account.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Tickets that the first page of the form carries: they hold the secret of the report to come, so
/// that a form sent twice on a bad line opens one report; they show that our own page was opened
/// and when; and, on the page that asks to confirm, which box a person ticks. They are sealed with
/// a key that lives as long as the process: nothing is kept of a page that is only looked at.
@Component
class Tickets {

  private static final Duration LIFE = Duration.ofHours(24);
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
  private static final int LONGEST = 200;
  private static final int PARTS = 4;
  private static final String SEPARATOR = ",";
  private static final int BOX = 10;
  private static final String FIRST = "f";
  private static final String CONFIRMING = "c";
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final InstantSource clock;

  Tickets(InstantSource clock) {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, ALGORITHM);
    this.clock = clock;
  }

  /// A ticket that was read.
  ///
  /// @param secret the secret of the report
  /// @param age how long ago the page was made
  /// @param box the name of the box that a person ticks to confirm; empty on the first page
  record Ticket(String secret, Duration age, Optional<String> box) {

    @Override
    public String toString() {
      return "Ticket[…]";
    }
  }

  /// A ticket for the first page, as it stands in the form.
  String first() {
    return written(Secrets.fresh().value(), clock.instant(), FIRST);
  }

  /// A ticket for the page that asks to confirm the same report.
  String confirming(String secret) {
    return written(secret, clock.instant(), CONFIRMING);
  }

  /// The same, as if made at another instant.
  String first(Instant at) {
    return written(Secrets.fresh().value(), at, FIRST);
  }

  /// The name of the box on the page with this ticket.
  String box(String ticket) {
    return "b" + ticket.substring(ticket.length() - BOX);
  }

  /// The ticket that a form carries; nothing when it is not ours, or too old.
  Optional<Ticket> read(String text) {
    String[] parts = text.length() > LONGEST ? new String[0] : text.split(SEPARATOR, PARTS + 1);
    if (parts.length != PARTS || !sealed(text, parts)) {
      return Optional.empty();
    }
    Instant made = Instant.ofEpochMilli(Long.parseLong(parts[1]));
    Duration age = Duration.between(made, clock.instant());
    if (age.compareTo(LIFE) > 0 || age.compareTo(CLOCKS_DIFFER.negated()) < 0) {
      return Optional.empty();
    }
    Optional<String> box = parts[2].equals(CONFIRMING) ? Optional.of(box(text)) : Optional.empty();
    return Optional.of(new Ticket(parts[0], age, box));
  }

  private boolean sealed(String text, String[] parts) {
    String head = text.substring(0, text.length() - parts[PARTS - 1].length() - 1);
    return MessageDigest.isEqual(
        seal(head).getBytes(StandardCharsets.UTF_8),
        parts[PARTS - 1].getBytes(StandardCharsets.UTF_8));
  }

  private String written(String secret, Instant at, String kind) {
    String head = secret + SEPARATOR + at.toEpochMilli() + SEPARATOR + kind;
    return head + SEPARATOR + seal(head);
  }

  private String seal(String head) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(head.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
    }
  }
}
