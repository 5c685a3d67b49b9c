package fr.bastide.airlock.receipt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// JSON in one form only, so that a signature over it can be checked: keys sorted by their UTF-16
/// units, no white space, whole numbers, only the escapes that are needed (RFC 8785, without
/// fractions).
final class CanonicalJson {

  private CanonicalJson() {}

  /// Writes mappings, lists, texts, whole numbers and truth values.
  ///
  /// @throws IllegalArgumentException for anything else
  static String write(Object value) {
    StringBuilder out = new StringBuilder();
    write(out, value);
    return out.toString();
  }

  private static void write(StringBuilder out, Object value) {
    switch (value) {
      case Map<?, ?> mapping -> mapping(out, mapping);
      case List<?> list -> {
        String separator = "[";
        for (Object one : list) {
          out.append(separator);
          write(out, one);
          separator = ",";
        }
        out.append(list.isEmpty() ? "[]" : "]");
      }
      case String text -> text(out, text);
      case Long number -> out.append(number);
      case Integer number -> out.append(number);
      case Boolean truth -> out.append(truth);
      default -> throw new IllegalArgumentException("no canonical form");
    }
  }

  private static void mapping(StringBuilder out, Map<?, ?> mapping) {
    List<String> keys = new ArrayList<>();
    mapping.keySet().forEach(key -> keys.add((String) key));
    Collections.sort(keys);
    out.append('{');
    String separator = "";
    for (String key : keys) {
      out.append(separator);
      text(out, key);
      out.append(':');
      write(out, Objects.requireNonNull(mapping.get(key)));
      separator = ",";
    }
    out.append('}');
  }

  private static void text(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u").append(HexFormat.of().toHexDigits(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
