package fr.bastide.airlock.mail;

import fr.bastide.airlock.ContentType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// Writes messages in the one form in which they leave.
///
/// Content is in base 64 throughout: a line of it can be neither the end of the data (RFC 5321,
/// section 4.5.2), nor a boundary, nor a field. Boundaries are digests of what they hold, so that
/// the same message is written to the same bytes.
final class MailWriter {

  private static final byte[] END = {'\r', '\n'};
  private static final String BOUNDARY = "=_bastide_";

  private MailWriter() {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Written(List<MailField> head, byte[] body) {}

  static byte[] write(MailMessage message) {
    Written body = part(message.body());
    StringBuilder head = new StringBuilder();
    message.fields().forEach(field -> field.write(head));
    new MailField("MIME-Version", "1.0").write(head);
    return joined(head, body);
  }

  private static byte[] joined(StringBuilder head, Written written) {
    written.head().forEach(field -> field.write(head));
    head.append("\r\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream(head.length() + written.body().length);
    out.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(written.body());
    return out.toByteArray();
  }

  private static Written part(MailPart part) {
    return switch (part) {
      case MailPart.Words words -> {
        String type = words.html() ? "text/html" : "text/plain";
        yield encoded(
            List.of(new MailField("Content-Type", type + "; charset=utf-8")),
            Lines.canonical(words.text()).getBytes(StandardCharsets.UTF_8));
      }
      case MailPart.File file -> encoded(describe(file), file.bytes());
      case MailPart.Message message ->
          new Written(
              List.of(
                  new MailField("Content-Type", ContentType.MAIL.mediaType()),
                  new MailField("Content-Transfer-Encoding", "7bit"),
                  new MailField(
                      "Content-Disposition", "attachment" + Parameters.fileName(message.name()))),
              message.bytes());
      case MailPart.Group group -> group(group);
    };
  }

  private static List<MailField> describe(MailPart.File file) {
    List<MailField> head = new ArrayList<>();
    String type = file.type().mediaType();
    if (file.type() == ContentType.ICALENDAR && file.method().isPresent()) {
      type += "; method=" + file.method().get();
    }
    head.add(new MailField("Content-Type", isText(file.type()) ? type + "; charset=utf-8" : type));
    head.add(
        new MailField(
            "Content-Disposition",
            (file.inline() ? "inline" : "attachment") + Parameters.fileName(file.name())));
    file.id().ifPresent(id -> head.add(new MailField("Content-ID", "<" + id + ">")));
    return head;
  }

  static boolean isText(ContentType type) {
    return switch (type) {
      case TEXT, HTML, CSV, VCARD, ICALENDAR -> true;
      default -> false;
    };
  }

  private static Written encoded(List<MailField> head, byte[] bytes) {
    List<MailField> whole = new ArrayList<>(head);
    whole.add(1, new MailField("Content-Transfer-Encoding", "base64"));
    byte[] lines = Base64.getMimeEncoder().encode(bytes);
    ByteArrayOutputStream body = new ByteArrayOutputStream(lines.length + END.length);
    body.writeBytes(lines);
    body.writeBytes(END);
    return new Written(whole, body.toByteArray());
  }

  private static Written group(MailPart.Group group) {
    List<byte[]> parts = new ArrayList<>();
    MessageDigest digest = sha256();
    for (MailPart part : group.parts()) {
      byte[] one = joined(new StringBuilder(), part(part));
      digest.update(one);
      parts.add(one);
    }
    String boundary = BOUNDARY + HexFormat.of().formatHex(digest.digest(), 0, 16);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] one : parts) {
      body.writeBytes(("--" + boundary + "\r\n").getBytes(StandardCharsets.US_ASCII));
      body.writeBytes(one);
      body.writeBytes(END);
    }
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    String type =
        "multipart/" + group.kind().subtype() + related(group) + "; boundary=\"" + boundary + "\"";
    return new Written(List.of(new MailField("Content-Type", type)), body.toByteArray());
  }

  /// RFC 2387 asks for the type of the root.
  private static String related(MailPart.Group group) {
    if (group.kind() != MailPart.Kind.RELATED || group.parts().isEmpty()) {
      return "";
    }
    return switch (group.parts().getFirst()) {
      case MailPart.Words words when words.html() -> "; type=\"text/html\"";
      case MailPart.Group inner -> "; type=\"multipart/" + inner.kind().subtype() + "\"";
      default -> "";
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("the platform lacks a digest it must have", impossible);
    }
  }
}
