package fr.bastide.airlock.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A header from outside: its fields in the order met, unfolded, still encoded.
///
/// @param kind the media type as the parser found it, in lower case
record RawHead(List<Field> fields, String kind) {

  /// @param name in lower case
  record Field(String name, String value) {}

  RawHead {
    fields = List.copyOf(fields);
  }

  /// The first field of a name in lower case.
  Optional<String> value(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).findFirst();
  }

  long count(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).count();
  }

  List<String> values(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).toList();
  }

  Parameters type() {
    return Parameters.of(value("content-type").orElse(""));
  }

  Parameters disposition() {
    return Parameters.of(value("content-disposition").orElse(""));
  }

  boolean isAttached() {
    return disposition().value().equals("attachment");
  }

  /// The file name it declares; hostile, may be empty.
  String fileName() {
    return disposition().get("filename").or(() -> type().get("name")).orElse("").strip();
  }

  /// Its place within a page (RFC 2392), when it can be one.
  Optional<String> id() {
    return value("content-id")
        .map(v -> v.replace("<", "").replace(">", "").strip())
        .filter(v ->
            !v.isEmpty()
                && v.length() < 200
                && v.chars().allMatch(c -> c > ' ' && c < 0x7f && "\"'\\`".indexOf(c) < 0));
  }

  /// One field as the parser hands it over.
  static Field field(String name, byte[] raw) {
    String whole = Charsets.header(raw);
    int colon = whole.indexOf(':');
    StringBuilder value = new StringBuilder();
    for (int i = colon + 1; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (c == '\t') {
        value.append(' ');
      } else if (c != '\r' && c != '\n' && c != 0) {
        value.append(c);
      }
    }
    return new Field(name.strip().toLowerCase(Locale.ROOT), value.toString().strip());
  }
}
