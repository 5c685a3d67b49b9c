package fr.bastide.post;

import fr.bastide.loop.intake.Incoming;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Takes the parts of a mail: the first plain text, else the words of the first HTML, and every
/// other part as a file. Depth, number and length are bounded, whatever the mail claims.
final class MailParts {

  private static final int DEEPEST = 8;
  private static final int MOST = 60;
  private static final int MOST_BYTES = 26_000_000;
  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_MEDIA = 100;

  private final List<Incoming.Piece> pieces = new ArrayList<>();
  private Optional<String> plain = Optional.empty();
  private Optional<String> html = Optional.empty();
  private int seen;
  private long bytes;
  private boolean broken;
  private boolean cut;

  /// Takes a mail apart.
  void take(Part mail) {
    take(mail, 0);
  }

  /// The text for people.
  String text() {
    return plain.or(() -> html.map(Markup::words)).orElse("");
  }

  /// The files.
  List<Incoming.Piece> pieces() {
    return List.copyOf(pieces);
  }

  /// Whether something could not be read.
  boolean broken() {
    return broken;
  }

  /// Whether something was left whole because there is too much of it.
  boolean cut() {
    return cut;
  }

  private void take(Part part, int depth) {
    seen++;
    if (seen > MOST || depth > DEEPEST) {
      cut = true;
      return;
    }
    try {
      String media = media(part);
      if (media.startsWith("multipart/")) {
        branches(part, depth);
      } else if (isText(part, media)) {
        words(part, media);
      } else {
        file(part, media);
      }
    } catch (MessagingException | IOException | IllegalArgumentException unreadable) {
      broken = true;
    }
  }

  private void branches(Part part, int depth) throws MessagingException, IOException {
    // Parsed from its own bytes: the content handlers of the platform are asked for nothing.
    MimeMultipart branches =
        new MimeMultipart(new ByteArrayDataSource(raw(part), part.getContentType()));
    int many = branches.getCount();
    if (many == 0) {
      broken = true;
    }
    for (int i = 0; i < many && !cut; i++) {
      BodyPart branch = branches.getBodyPart(i);
      take(branch, depth + 1);
    }
  }

  private boolean isText(Part part, String media) throws MessagingException {
    boolean attached = Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) || !name(part).isEmpty();
    return !attached
        && (media.equals("text/plain") && plain.isEmpty()
            || media.equals("text/html") && html.isEmpty());
  }

  private void words(Part part, String media) throws MessagingException, IOException {
    byte[] content = content(part);
    String text = new String(content, charset(part));
    String some = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    cut |= some.length() < text.length();
    if (media.equals("text/plain")) {
      plain = Optional.of(some);
    } else {
      html = Optional.of(some);
    }
  }

  private void file(Part part, String media) throws MessagingException, IOException {
    String name = name(part);
    byte[] content = content(part);
    pieces.add(MailReader.piece(name.isEmpty() ? "piece" : name, media, content));
  }

  /// The decoded bytes; of what is not decodable, the bytes as they are.
  private byte[] content(Part part) throws MessagingException, IOException {
    byte[] content;
    try (InputStream in = part.getInputStream()) {
      content = in.readNBytes(left());
    } catch (IOException | MessagingException undecodable) {
      broken = true;
      content = raw(part);
    }
    bytes += content.length;
    if (bytes >= MOST_BYTES) {
      cut = true;
    }
    return content;
  }

  private byte[] raw(Part part) throws MessagingException, IOException {
    try (InputStream in =
        part instanceof MimeMessage message
            ? message.getRawInputStream()
            : ((MimeBodyPart) part).getRawInputStream()) {
      return in.readNBytes(left());
    }
  }

  private int left() {
    return (int) Math.max(0, MOST_BYTES - bytes);
  }

  private static String media(Part part) throws MessagingException {
    String type = part.getContentType();
    String plain = type == null ? "text/plain" : type;
    int end = plain.indexOf(';');
    String media = (end < 0 ? plain : plain.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return media.substring(0, Math.min(media.length(), LONGEST_MEDIA));
  }

  private static String disposition(Part part) throws MessagingException {
    String disposition =
        part instanceof MimePart mime ? mime.getHeader("Content-Disposition", null) : null;
    if (disposition == null) {
      return "";
    }
    int end = disposition.indexOf(';');
    return (end < 0 ? disposition : disposition.substring(0, end)).strip();
  }

  private static String name(Part part) throws MessagingException {
    String name;
    try {
      name = part.getFileName();
    } catch (ParseException broken) {
      return "piece";
    }
    if (name == null) {
      return "";
    }
    String some = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    try {
      return MimeUtility.decodeText(some);
    } catch (UnsupportedEncodingException | IllegalArgumentException undecodable) {
      return some;
    }
  }

  private static Charset charset(Part part) throws MessagingException {
    try {
      String named = new ContentType(part.getContentType()).getParameter("charset");
      return named == null
          ? StandardCharsets.UTF_8
          : Charset.forName(MimeUtility.javaCharset(named));
    } catch (ParseException | IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
