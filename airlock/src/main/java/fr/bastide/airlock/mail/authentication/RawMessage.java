package fr.bastide.airlock.mail.authentication;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A message as lines, for signatures over its bytes: its fields as they came, and where its body
/// begins. Lines end in CR LF.
///
/// @param fields in the order they stand
/// @param body first byte after the blank line; the length when there is none
@SuppressWarnings("ArrayRecordComponent") // a view, never compared
record RawMessage(List<Field> fields, byte[] bytes, int body) {

  private static final int MOST_FIELDS = 2_000;
  private static final int MOST_HEAD = 1 << 20;

  /// @param name in lower case
  /// @param raw the whole field, one byte a character, without its last CR LF
  record Field(String name, String raw) {
    String value() {
      return raw.substring(raw.indexOf(':') + 1);
    }
  }

  RawMessage {
    fields = List.copyOf(fields);
  }

  static RawMessage of(byte[] bytes) {
    List<Field> fields = new ArrayList<>();
    int at = 0;
    int limit = Math.min(bytes.length, MOST_HEAD);
    while (at < limit && fields.size() < MOST_FIELDS) {
      int end = endOfLine(bytes, at);
      if (end - at <= 2 && bytes[at] == '\r') {
        return new RawMessage(fields, bytes, end);
      }
      while (end < limit && (bytes[end] == ' ' || bytes[end] == '\t')) {
        end = endOfLine(bytes, end);
      }
      int length = end - at;
      String raw = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
      raw = raw.endsWith("\r\n") ? raw.substring(0, raw.length() - 2) : raw;
      int colon = raw.indexOf(':');
      if (colon > 0) {
        fields.add(new Field(raw.substring(0, colon).strip().toLowerCase(Locale.ROOT), raw));
      }
      at = end;
    }
    return new RawMessage(fields, bytes, bytes.length);
  }

  private static int endOfLine(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, bytes.length);
  }

  List<Field> all(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).toList();
  }
}
