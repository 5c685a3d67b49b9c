package fr.bastide.airlock.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A message with its envelope, as it crosses the link: to whom it goes is not read from it.
///
/// @param sender where a failure would be told; empty for a message about a message (RFC 5321,
///   section 4.5.5)
/// @param recipients at least one
/// @param message canonical
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record PostedMail(Optional<Mailbox> sender, List<Mailbox> recipients, byte[] message) {

  /// The media type under which it crosses.
  public static final String TYPE = "application/x-bastide-mail";

  private static final String FIRST = "bastide-mail 1";
  private static final String FROM = "from ";
  private static final String TO = "to ";
  private static final int MOST_HEAD = 1 << 20;
  private static final int MOST_RECIPIENTS = 1_000;

  public PostedMail {
    recipients = List.copyOf(recipients);
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("a message goes to someone");
    }
  }

  /// The same message for these alone.
  public PostedMail to(List<Mailbox> fewer) {
    return new PostedMail(sender, fewer, message);
  }

  public byte[] write() {
    StringBuilder head = new StringBuilder(FIRST).append('\n');
    head.append(FROM).append(sender.map(Mailbox::address).orElse("")).append('\n');
    recipients.forEach(one -> head.append(TO).append(one.address()).append('\n'));
    head.append('\n');
    ByteArrayOutputStream out = new ByteArrayOutputStream(head.length() + message.length);
    out.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(message);
    return out.toByteArray();
  }

  /// What was written.
  ///
  /// @return empty when the bytes are of another form, or the message is not canonical
  public static Optional<PostedMail> read(byte[] bytes) {
    int end = -1;
    for (int i = 1; i < Math.min(bytes.length, MOST_HEAD) && end < 0; i++) {
      end = bytes[i] == '\n' && bytes[i - 1] == '\n' ? i : -1;
    }
    if (end < 0) {
      return Optional.empty();
    }
    String head = new String(bytes, 0, end - 1, StandardCharsets.ISO_8859_1);
    String[] lines = head.split("\n", -1);
    if (lines.length < 3 || lines.length > MOST_RECIPIENTS || !lines[0].equals(FIRST)) {
      return Optional.empty();
    }
    Optional<Mailbox> sender = Optional.empty();
    if (lines[1].length() > FROM.length()) {
      sender = Mailbox.address(lines[1].substring(FROM.length()));
    }
    List<Mailbox> recipients = new ArrayList<>();
    for (String line : Arrays.asList(lines).subList(2, lines.length)) {
      if (line.startsWith(TO)) {
        Mailbox.address(line.substring(TO.length())).ifPresent(recipients::add);
      }
    }
    byte[] message = Arrays.copyOfRange(bytes, end + 1, bytes.length);
    if (recipients.isEmpty() || MailMessage.read(message).isEmpty()) {
      return Optional.empty();
    }
    PostedMail mail = new PostedMail(sender, recipients, message);
    return Arrays.equals(mail.write(), bytes) ? Optional.of(mail) : Optional.empty();
  }
}
