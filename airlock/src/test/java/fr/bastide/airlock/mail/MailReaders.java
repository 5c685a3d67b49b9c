package fr.bastide.airlock.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/// What three readers that share no code see in one message, in the same words: its sender and
/// subject, and for each part its depth, type, name and digest.
final class MailReaders {

  private MailReaders() {}

  static List<String> ours(byte[] bytes) {
    MailMessage message = MailMessage.read(bytes).orElseThrow();
    List<String> seen = new ArrayList<>();
    seen.add(head(message.value("From").orElse(""), message.value("Subject").orElse("")));
    ours(message.body(), 0, seen);
    return seen;
  }

  private static String head(String from, String subject) {
    Mailbox box = Mailboxes.read(from).getFirst();
    return box.name() + "|" + box.address() + "|" + HeaderText.decoded(subject);
  }

  private static void ours(MailPart part, int depth, List<String> seen) {
    switch (part) {
      case MailPart.Words words ->
          seen.add(
              line(
                  depth,
                  words.html() ? "text/html" : "text/plain",
                  "",
                  Charsets.bytes(Lines.canonical(words.text()))));
      case MailPart.File file ->
          seen.add(line(depth, file.type().mediaType(), file.name(), file.bytes()));
      case MailPart.Message message -> {
        seen.add(depth + " message/rfc822 " + message.name());
        seen.addAll(ours(message.bytes()));
      }
      case MailPart.Group group -> {
        seen.add(depth + " multipart/" + group.kind().subtype());
        group.parts().forEach(one -> ours(one, depth + 1, seen));
      }
    }
  }

  private static String line(int depth, String type, String name, byte[] bytes) {
    return depth + " " + type.toLowerCase(Locale.ROOT) + " " + name + " " + digest(bytes);
  }

  private static String digest(byte[] bytes) {
    return bytes.length + "-" + HexFormat.of().toHexDigits(Arrays.hashCode(bytes));
  }

  static List<String> mime4j(byte[] bytes) throws IOException {
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(
        MimeConfig.custom()
            .setStrictParsing(true)
            .setMaxLineLen(998)
            .setMaxHeaderLen(1 << 18)
            .setMaxHeaderCount(2_000)
            .build());
    List<String> seen = new ArrayList<>();
    mime4j(builder.parseMessage(new ByteArrayInputStream(bytes)), seen);
    return seen;
  }

  private static void mime4j(Message message, List<String> seen) throws IOException {
    var box = message.getFrom().getFirst();
    seen.add(
        Objects.requireNonNullElse(box.getName(), "")
            + "|"
            + box.getAddress()
            + "|"
            + Objects.requireNonNullElse(message.getSubject(), ""));
    mime4j(message, 0, seen);
  }

  private static void mime4j(Entity entity, int depth, List<String> seen) throws IOException {
    String name = Objects.requireNonNullElse(entity.getFilename(), "");
    Body body = entity.getBody();
    switch (body) {
      case org.apache.james.mime4j.dom.Multipart group -> {
        seen.add(depth + " " + entity.getMimeType());
        for (Entity one : group.getBodyParts()) {
          mime4j(one, depth + 1, seen);
        }
      }
      case Message message -> {
        seen.add(depth + " message/rfc822 " + name);
        mime4j(message, seen);
      }
      case SingleBody single -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        single.getInputStream().transferTo(out);
        seen.add(line(depth, entity.getMimeType(), name, out.toByteArray()));
      }
      default -> seen.add("unknown body");
    }
  }

  static List<String> angus(byte[] bytes) throws IOException, MessagingException {
    List<String> seen = new ArrayList<>();
    angus(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)),
        seen);
    return seen;
  }

  private static void angus(MimeMessage message, List<String> seen)
      throws IOException, MessagingException {
    InternetAddress box = (InternetAddress) message.getFrom()[0];
    seen.add(
        Objects.requireNonNullElse(box.getPersonal(), "")
            + "|"
            + box.getAddress()
            + "|"
            + Objects.requireNonNullElse(message.getSubject(), ""));
    angus(message, 0, seen);
  }

  private static void angus(Part part, int depth, List<String> seen)
      throws IOException, MessagingException {
    String type = part.getContentType();
    int end = type.indexOf(';');
    String bare = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    String name = Objects.requireNonNullElse(part.getFileName(), "");
    if (bare.startsWith("multipart/")) {
      seen.add(depth + " " + bare);
      Multipart group = (Multipart) part.getContent();
      for (int i = 0; i < group.getCount(); i++) {
        BodyPart one = group.getBodyPart(i);
        angus(one, depth + 1, seen);
      }
    } else if (bare.equals("message/rfc822")) {
      seen.add(depth + " message/rfc822 " + name);
      angus((MimeMessage) part.getContent(), seen);
    } else {
      seen.add(line(depth, bare, name, part.getInputStream().readAllBytes()));
    }
  }
}
