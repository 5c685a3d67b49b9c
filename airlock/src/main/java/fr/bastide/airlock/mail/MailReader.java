package fr.bastide.airlock.mail;

import fr.bastide.airlock.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what [MailWriter] writes and nothing else: what was read is written once more, and any
/// difference refuses the whole. It shares nothing with the parser of messages from outside.
final class MailReader {

  private static final int MOST_DEPTH = 40;
  private static final int MOST_FIELDS = 2_000;
  private static final byte[] BREAK = {'\r', '\n'};
  private static final byte[] BLANK = {'\r', '\n', '\r', '\n'};
  private static final Map<String, ContentType> TYPES =
      Stream.of(ContentType.values())
          .filter(type -> type != ContentType.UNKNOWN)
          .collect(Collectors.toMap(ContentType::mediaType, type -> type));

  /// The bytes are not of the one form.
  private static final class Foreign extends Exception {
    private static final long serialVersionUID = 1L;

    Foreign() {
      super("", null, false, false);
    }
  }

  private MailReader() {}

  static Optional<MailMessage> read(byte[] bytes) {
    try {
      int end = head(bytes, 0, bytes.length);
      List<MailField> own = new ArrayList<>();
      List<MailField> form = new ArrayList<>();
      for (MailField field : fields(bytes, 0, end)) {
        boolean ofForm = field.is("MIME-Version") || field.name().startsWith("Content-");
        (ofForm ? form : own).add(field);
      }
      MailMessage message =
          new MailMessage(own, part(form, bytes, end + BLANK.length, bytes.length, 0));
      return Arrays.equals(message.write(), bytes) ? Optional.of(message) : Optional.empty();
    } catch (Foreign | IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }

  private static int head(byte[] bytes, int from, int to) throws Foreign {
    int end = find(bytes, BLANK, from, to);
    if (end < 0) {
      throw new Foreign();
    }
    return end;
  }

  private static List<MailField> fields(byte[] bytes, int from, int to) throws Foreign {
    String head = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    List<MailField> fields = new ArrayList<>();
    int at = 0;
    while (at < head.length()) {
      int end = head.indexOf("\r\n", at);
      while (end >= 0 && end + 2 < head.length() && head.charAt(end + 2) == ' ') {
        end = head.indexOf("\r\n", end + 2);
      }
      end = end < 0 ? head.length() : end;
      String field = head.substring(at, end).replace("\r\n", "");
      int colon = field.indexOf(": ");
      if (colon < 1 || fields.size() == MOST_FIELDS) {
        throw new Foreign();
      }
      fields.add(new MailField(field.substring(0, colon), field.substring(colon + 2)));
      at = end + 2;
    }
    return fields;
  }

  private static MailPart part(List<MailField> form, byte[] bytes, int from, int to, int depth)
      throws Foreign {
    if (depth > MOST_DEPTH) {
      throw new Foreign();
    }
    Parameters type = Parameters.of(value(form, "Content-Type"));
    Parameters shown = Parameters.of(value(form, "Content-Disposition"));
    String name = shown.get("filename").orElse("");
    if (type.value().startsWith("multipart/")) {
      return group(type, bytes, from, to, depth);
    }
    if (type.value().equals(ContentType.MAIL.mediaType())) {
      return new MailPart.Message(name, Arrays.copyOfRange(bytes, from, to));
    }
    byte[] content = decoded(bytes, from, to);
    if (name.isEmpty()) {
      boolean html = type.value().equals("text/html");
      return new MailPart.Words(html, new String(content, StandardCharsets.UTF_8));
    }
    ContentType known = TYPES.get(type.value());
    if (known == null) {
      throw new Foreign();
    }
    String id = value(form, "Content-ID");
    return new MailPart.File(
        known,
        name,
        content,
        shown.value().equals("inline"),
        id.length() > 2 ? Optional.of(id.substring(1, id.length() - 1)) : Optional.empty(),
        type.get("method"));
  }

  private static String value(List<MailField> form, String name) {
    return form.stream().filter(f -> f.is(name)).map(MailField::value).findFirst().orElse("");
  }

  private static byte[] decoded(byte[] bytes, int from, int to) {
    return Base64.getMimeDecoder().decode(Arrays.copyOfRange(bytes, from, to));
  }

  private static MailPart group(Parameters type, byte[] bytes, int from, int to, int depth)
      throws Foreign {
    String boundary = type.get("boundary").orElseThrow(Foreign::new);
    byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.US_ASCII);
    List<MailPart> parts = new ArrayList<>();
    int at = find(bytes, delimiter, from, to);
    if (at != from) {
      throw new Foreign();
    }
    while (true) {
      int start = at + delimiter.length + BREAK.length;
      int next = find(bytes, delimiter, start, to);
      if (next < 0) {
        break;
      }
      int end = head(bytes, start, next);
      parts.add(
          part(
              fields(bytes, start, end),
              bytes,
              end + BLANK.length,
              next - BREAK.length,
              depth + 1));
      at = next;
    }
    for (MailPart.Kind kind : MailPart.Kind.values()) {
      if (type.value().equals("multipart/" + kind.subtype())) {
        return new MailPart.Group(kind, parts);
      }
    }
    throw new Foreign();
  }

  private static int find(byte[] bytes, byte[] mark, int from, int to) {
    for (int i = from; i <= to - mark.length; i++) {
      if (bytes[i] == mark[0] && Arrays.equals(bytes, i, i + mark.length, mark, 0, mark.length)) {
        return i;
      }
    }
    return -1;
  }
}
