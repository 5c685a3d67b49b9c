package fr.bastide.post.crossing;

import fr.bastide.airlock.mail.Mailbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Messages as the low side accepted them.
final class Arrivals {

  private Arrivals() {}

  static ArrivedMail mail(String from, String to, String message) {
    return new ArrivedMail(
        Instant.parse("2026-11-24T07:30:00Z"),
        "192.0.2.7",
        "relais.example",
        false,
        Mailbox.address(from),
        List.of(Mailbox.address(to).orElseThrow()),
        "",
        false,
        Optional.empty(),
        message.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] file(String from, String to, String message) {
    return mail(from, to, message).write();
  }
}
