package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.mail.MailMessage;
import fr.bastide.airlock.mail.MailPart;
import java.nio.charset.StandardCharsets;

/// A message that leaves: of the one form to the byte, its words looked at as what a reader shows
/// them as, and each file as if it left alone.
final class MailAudit {

  private MailAudit() {}

  static void look(Bytes bytes, Remains remains, int depth) {
    MailMessage message =
        MailMessage.read(bytes.all()).orElseThrow(() -> new AuditFailure("not canonical"));
    part(message.body(), remains, depth);
  }

  private static void part(MailPart part, Remains remains, int depth) {
    if (depth > remains.policy().limits().depth()) {
      throw new AuditFailure("too deep");
    }
    switch (part) {
      case MailPart.Words words -> {
        Remains inner = remains.within("message");
        if (words.html()) {
          new HtmlAudit(words.text(), inner).look();
        } else {
          TextAudit.plain(new Bytes(words.text().getBytes(StandardCharsets.UTF_8)), inner);
        }
        remains.addAll(inner);
      }
      case MailPart.File file -> {
        Remains inner = remains.within(file.name());
        remains.inflated(file.bytes().length);
        if (file.bytes().length == 0) {
          inner.add(Threat.UNKNOWN_PART, "");
        } else {
          Auditor.look(new Bytes(file.bytes()), file.type(), inner, depth + 1);
        }
        remains.addAll(inner);
      }
      case MailPart.Message message -> {
        Remains inner = remains.within(message.name());
        remains.inflated(message.bytes().length);
        look(new Bytes(message.bytes()), inner, depth + 1);
        remains.addAll(inner);
      }
      case MailPart.Group group -> group.parts().forEach(one -> part(one, remains, depth));
    }
  }
}
