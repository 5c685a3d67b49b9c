package fr.bastide.document;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// JSON written in one way only (RFC 8785): keys in the order of their UTF-16 units, no spaces, the
/// shortest escapes. Numbers are whole or short decimals, never in exponent form, which is how the
/// RFC writes those that occur here.
///
/// Values are maps with string keys, lists, strings, booleans, `Integer`, `Long` and `BigDecimal`.
public final class CanonicalJson {

  private final StringBuilder out = new StringBuilder();
  private final boolean indented;

  private CanonicalJson(boolean indented) {
    this.indented = indented;
  }

  /// The canonical form.
  public static String compact(Object value) {
    CanonicalJson json = new CanonicalJson(false);
    json.write(value, 0);
    return json.out.toString();
  }

  /// The same with line breaks and two spaces a level, for people; ends with a line break.
  public static String indented(Object value) {
    CanonicalJson json = new CanonicalJson(true);
    json.write(value, 0);
    return json.out.append('\n').toString();
  }

  /// SHA-256 of the canonical form, in hexadecimal.
  public static String digest(Object value) {
    return sha256(compact(value));
  }

  /// SHA-256 of a text in UTF-8, in hexadecimal.
  public static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private void write(Object value, int level) {
    switch (value) {
      case Map<?, ?> map -> object(map, level);
      case List<?> list -> array(list, level);
      case String text -> string(text);
      case Boolean flag -> out.append(flag);
      case Integer number -> out.append(number);
      case Long number -> out.append(number);
      case BigDecimal number -> out.append(plain(number));
      default -> throw new IllegalArgumentException("not JSON: " + value.getClass());
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private void object(Map<?, ?> map, int level) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
      separate(first, level + 1);
      first = false;
      string((String) entry.getKey());
      out.append(indented ? ": " : ":");
      write(entry.getValue(), level + 1);
    }
    close(first, level, '}');
  }

  private void array(List<?> list, int level) {
    out.append('[');
    boolean first = true;
    for (Object item : list) {
      separate(first, level + 1);
      first = false;
      write(item, level + 1);
    }
    close(first, level, ']');
  }

  private void separate(boolean first, int level) {
    if (!first) {
      out.append(',');
    }
    line(level);
  }

  private void close(boolean empty, int level, char bracket) {
    if (!empty) {
      line(level);
    }
    out.append(bracket);
  }

  private void line(int level) {
    if (indented) {
      out.append('\n').repeat("  ", level);
    }
  }

  private void string(String text) {
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
          if (c < 0x20) {
            out.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
