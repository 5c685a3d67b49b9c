package fr.bastide.post;

import fr.bastide.loop.intake.Incoming;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/// Reads a mail that anybody may have written, within bounds: of one that is too large the
/// beginning alone, of one whose form is broken what can be read. Files in it are decoded and
/// hashed, never looked into.
final class MailReader {

  /// The largest mail that is taken in, in bytes.
  static final int MAX_BYTES = 26_000_000;

  /// How much is read of a larger one: its headers and the beginning of its text.
  private static final int BEGINNING = 200_000;

  private static final int MOST_REFERENCES = 50;

  private MailReader() {}

  private record Raw(byte[] bytes, boolean whole) {}

  /// Reads a mail.
  ///
  /// @param size its length as the server says; negative when it does not
  /// @param at when the server received it
  static Incoming read(InputStream in, long size, Instant at) throws IOException {
    Raw raw = raw(in, size);
    Set<Incoming.Trouble> troubles = EnumSet.noneOf(Incoming.Trouble.class);
    if (!raw.whole()) {
      troubles.add(Incoming.Trouble.TOO_LARGE);
    }
    Session session = Session.getInstance(properties());
    MailHeaders headers = MailHeaders.NONE;
    MailParts parts = new MailParts();
    try {
      MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(raw.bytes()));
      headers = MailHeaders.of(message, MOST_REFERENCES);
      parts.take(message);
    } catch (MessagingException | RuntimeException broken) {
      // Parsers of others may fail in ways they do not declare; the mail is kept whole, and the
      // next
      // one is read.
      troubles.add(Incoming.Trouble.BROKEN);
    }
    if (parts.broken() && raw.whole()) {
      troubles.add(Incoming.Trouble.BROKEN);
    }
    if (parts.cut()) {
      troubles.add(Incoming.Trouble.CUT);
    }
    List<Incoming.Piece> pieces = new ArrayList<>();
    pieces.add(piece("message.eml", "message/rfc822", raw.bytes()));
    if (raw.whole()) {
      pieces.addAll(parts.pieces());
    }
    return new Incoming(
        headers.messageId(),
        headers.references(),
        headers.from(),
        headers.name(),
        headers.subject(),
        parts.text(),
        at,
        content(headers, parts, raw),
        headers.automatic(),
        troubles,
        pieces);
  }

  static Incoming.Piece piece(String name, String media, byte[] bytes) {
    return new Incoming.Piece(name, media, HexFormat.of().formatHex(sha256().digest(bytes)), bytes);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static Raw raw(InputStream in, long size) throws IOException {
    if (size > MAX_BYTES) {
      return new Raw(in.readNBytes(BEGINNING), false);
    }
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length <= MAX_BYTES) {
      return new Raw(bytes, true);
    }
    // The server said less than it sent.
    byte[] beginning = new byte[BEGINNING];
    System.arraycopy(bytes, 0, beginning, 0, BEGINNING);
    return new Raw(beginning, false);
  }

  /// The hash by which the same mail is known again when it comes a second time over another way,
  /// with other headers of transport.
  private static String content(MailHeaders headers, MailParts parts, Raw raw) {
    MessageDigest sha = sha256();
    if (parts.text().isEmpty() && parts.pieces().isEmpty()) {
      sha.update(raw.bytes());
    }
    for (String part :
        List.of(
            headers.from(), headers.date(), headers.messageId(), headers.subject(), parts.text())) {
      sha.update(Integer.toString(part.length()).getBytes(StandardCharsets.UTF_8));
      sha.update((byte) ':');
      sha.update(part.getBytes(StandardCharsets.UTF_8));
    }
    parts.pieces().forEach(piece -> sha.update(piece.sha256().getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(sha.digest());
  }

  /// Forgiving: what senders break is read as far as it goes.
  private static Properties properties() {
    Properties p = new Properties();
    p.setProperty("mail.mime.allowutf8", "true");
    p.setProperty("mail.mime.address.strict", "false");
    p.setProperty("mail.mime.decodetext.strict", "false");
    p.setProperty("mail.mime.parameters.strict", "false");
    return p;
  }
}
