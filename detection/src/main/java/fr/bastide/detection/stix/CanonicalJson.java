package fr.bastide.detection.stix;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// JSON in the one form that has a hash (RFC 8785), for the values that identifiers are made of:
/// texts, whole numbers, lists and objects.
final class CanonicalJson {

  private CanonicalJson() {}

  static String of(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    switch (value) {
      case String text -> text(text, out);
      case Integer number -> out.append(number.intValue());
      case Long number -> out.append(number.longValue());
      case List<?> list -> {
        String comma = "[";
        for (Object one : list) {
          out.append(comma);
          write(one, out);
          comma = ",";
        }
        out.append(list.isEmpty() ? "[]" : "]");
      }
      case Map<?, ?> map -> {
        TreeMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, one) -> sorted.put(String.valueOf(key), one));
        String comma = "{";
        for (Map.Entry<String, Object> one : sorted.entrySet()) {
          out.append(comma);
          text(one.getKey(), out);
          out.append(':');
          write(one.getValue(), out);
          comma = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
      }
      default -> throw new IllegalArgumentException("no identifier is made of " + value.getClass());
    }
  }

  private static void text(String text, StringBuilder out) {
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
            out.append("\\u00").append(Character.forDigit(c >> 4, 16));
            out.append(Character.forDigit(c & 0xf, 16));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
