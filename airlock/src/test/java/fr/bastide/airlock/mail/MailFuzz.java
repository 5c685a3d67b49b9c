package fr.bastide.airlock.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.internal.audit.Auditor;
import fr.bastide.kernel.Text;
import java.util.List;
import java.util.Optional;

/// No bytes make the readers of mail fail or hang; what leaves is canonical and stands the audit.
class MailFuzz {

  private static final MailStamp STAMP =
      new MailStamp(
          List.of(new MailField("Received", "from a by b")),
          new MailField("Date", "Tue, 24 Nov 2026 07:30:00 +0000"),
          List.of(new SenderMark(SenderMark.Kind.UNPROVEN, "b.example")),
          Optional.of(new Text("reçu", "receipt")),
          Optional.empty());

  @FuzzTest(maxDuration = "60s")
  void message(byte[] bytes) {
    Content content = new Content("m.eml", Optional.of("message/rfc822"), bytes);
    if (Mails.DOOR.pass(content, Policies.named("standard")) instanceof Outcome.Rebuilt rebuilt
        && rebuilt.type() == ContentType.MAIL) {
      byte[] left = rebuilt.content().bytes();
      MailMessage message = MailMessage.read(left).orElseThrow();
      assertThat(MailMessage.read(STAMP.on(message).write())).isPresent();
      assertThat(Auditor.remains(left, ContentType.MAIL, Policies.named("standard"))).isEmpty();
    }
  }

  /// The strict reader takes nothing but what it would write.
  @FuzzTest(maxDuration = "60s")
  void canonical(byte[] bytes) {
    MailMessage.read(bytes).ifPresent(message -> assertThat(message.write()).isEqualTo(bytes));
    PostedMail.read(bytes).ifPresent(mail -> assertThat(mail.write()).isEqualTo(bytes));
  }
}
