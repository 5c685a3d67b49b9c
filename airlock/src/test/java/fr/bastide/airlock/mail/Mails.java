package fr.bastide.airlock.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Disarmers;
import fr.bastide.airlock.Door;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Threat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sends messages through the door.
final class Mails {

  static final Door DOOR = new Door(Disarmers.all());

  private Mails() {}

  static Outcome pass(byte[] bytes, String policy) {
    return DOOR.pass(
        new Content("message.eml", Optional.of("message/rfc822"), bytes), Policies.named(policy));
  }

  static Outcome pass(String... lines) {
    return pass(bytes(lines), "standard");
  }

  static byte[] bytes(String... lines) {
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  static Outcome.Rebuilt rebuilt(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Rebuilt.class);
    return (Outcome.Rebuilt) outcome;
  }

  static MailMessage message(Outcome outcome) {
    byte[] bytes = rebuilt(outcome).content().bytes();
    return MailMessage.read(bytes).orElseThrow(() -> new AssertionError(text(bytes)));
  }

  static MailMessage message(String... lines) {
    return message(pass(lines));
  }

  static List<Threat> threats(Outcome outcome) {
    return rebuilt(outcome).findings().stream().map(Finding::threat).toList();
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// All parts that are not groups, in order.
  static List<MailPart> leaves(MailMessage message) {
    List<MailPart> leaves = new ArrayList<>();
    collect(message.body(), leaves);
    return leaves;
  }

  private static void collect(MailPart part, List<MailPart> to) {
    if (part instanceof MailPart.Group group) {
      group.parts().forEach(one -> collect(one, to));
    } else {
      to.add(part);
    }
  }
}
