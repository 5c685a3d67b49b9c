package fr.bastide.airlock.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// A value with parameters, as in `Content-Type` and `Content-Disposition` (RFC 2045), with values
/// in pieces and in other character sets (RFC 2231), read as broken writers write them too.
final class Parameters {

  private static final int MOST = 200;
  private static final int MOST_PIECES = 100;
  private static final int PIECE = 60;

  private final String value;
  private final Map<String, String> all;

  private Parameters(String value, Map<String, String> all) {
    this.value = value;
    this.all = all;
  }

  /// What stands before the first semicolon, in lower case.
  String value() {
    return value;
  }

  /// A parameter by its name in lower case; empty when it is not there or blank.
  Optional<String> get(String name) {
    return Optional.ofNullable(all.get(name)).filter(v -> !v.isBlank());
  }

  /// @param field the field's value, unfolded
  static Parameters of(String field) {
    Scan scan = new Scan(field);
    String value = scan.upTo(";").strip().toLowerCase(Locale.ROOT);
    Map<String, NavigableMap<Integer, Piece>> pieces = new LinkedHashMap<>();
    for (int i = 0; i < MOST && scan.next(';'); i++) {
      String name = scan.upTo("=;").strip().toLowerCase(Locale.ROOT);
      String content = scan.next('=') ? scan.upTo(";").strip() : "";
      add(pieces, name, content);
    }
    Map<String, String> all = new HashMap<>();
    pieces.forEach((name, some) -> all.put(name, joined(some)));
    return new Parameters(value, all);
  }

  private record Piece(boolean extended, String content) {}

  private static void add(
      Map<String, NavigableMap<Integer, Piece>> pieces, String name, String content) {
    boolean extended = name.endsWith("*");
    String bare = extended ? name.substring(0, name.length() - 1) : name;
    int star = bare.indexOf('*');
    int index = 0;
    if (star >= 0) {
      index = number(bare.substring(star + 1));
      bare = bare.substring(0, star);
    }
    if (bare.isEmpty() || index < 0 || index > MOST_PIECES) {
      return;
    }
    NavigableMap<Integer, Piece> some = pieces.computeIfAbsent(bare, n -> new TreeMap<>());
    // Of the same twice the first counts; the extended form counts before the plain one.
    Piece there = some.get(index);
    if (there == null || (extended && !there.extended())) {
      some.put(index, new Piece(extended, content));
    }
  }

  private static int number(String digits) {
    if (digits.isEmpty() || digits.length() > 3) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  private static String joined(NavigableMap<Integer, Piece> pieces) {
    Piece first = pieces.firstEntry().getValue();
    if (!first.extended()) {
      StringBuilder plain = new StringBuilder();
      pieces.values().forEach(p -> plain.append(p.content()));
      return HeaderText.decoded(plain.toString());
    }
    String charset = "utf-8";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Map.Entry<Integer, Piece> entry : pieces.entrySet()) {
      Piece piece = entry.getValue();
      String content = piece.content();
      if (entry.getKey().equals(pieces.firstKey())) {
        int end = content.indexOf('\'');
        int second = content.indexOf('\'', end + 1);
        if (end >= 0 && second >= 0) {
          charset = content.substring(0, end);
          content = content.substring(second + 1);
        }
      }
      bytes.writeBytes(piece.extended() ? percent(content) : Charsets.bytes(content));
    }
    return Charsets.text(bytes.toByteArray(), charset);
  }

  private static byte[] percent(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.writeBytes(Charsets.bytes(String.valueOf(c)));
      }
    }
    return bytes.toByteArray();
  }

  /// The parameter `filename` as it leaves, after a semicolon.
  static String fileName(String name) {
    if (name.length() <= PIECE && name.chars().allMatch(Parameters::isSimple)) {
      return "; filename=\"" + name + "\"";
    }
    StringBuilder out = new StringBuilder();
    StringBuilder piece = new StringBuilder("UTF-8''");
    int index = 0;
    for (int i = 0; i < name.length(); ) {
      int c = name.codePointAt(i);
      i += Character.charCount(c);
      String one = isSimple(c) ? Character.toString(c) : escaped(c);
      if (piece.length() + one.length() > PIECE) {
        out.append("; filename*").append(index++).append("*=").append(piece);
        piece.setLength(0);
      }
      piece.append(one);
    }
    if (index == 0) {
      return "; filename*=" + piece;
    }
    return out.append("; filename*").append(index).append("*=").append(piece).toString();
  }

  private static boolean isSimple(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-'
        || c == '_';
  }

  private static String escaped(int c) {
    StringBuilder out = new StringBuilder();
    for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
      out.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
    }
    return out.toString();
  }

  /// Reads a field from left to right, past quotes and comments.
  private static final class Scan {
    private final String text;
    private int at;

    Scan(String text) {
      this.text = text;
    }

    /// Steps over one character when it is this one.
    boolean next(char c) {
      if (at < text.length() && text.charAt(at) == c) {
        at++;
        return true;
      }
      return false;
    }

    /// What stands before any of these characters outside quotes; quotes and comments taken off.
    String upTo(String ends) {
      StringBuilder out = new StringBuilder();
      boolean quoted = false;
      int comments = 0;
      for (; at < text.length(); at++) {
        char c = text.charAt(at);
        if (!quoted && comments == 0 && ends.indexOf(c) >= 0) {
          break;
        }
        if (c == '\\' && (quoted || comments > 0) && at + 1 < text.length()) {
          at++;
          // A path of another system, not an escape.
          boolean path = quoted && text.charAt(at) != '"' && text.charAt(at) != '\\';
          if (comments == 0) {
            out.append(path ? "\\" : "").append(text.charAt(at));
          }
        } else if (c == '"' && comments == 0) {
          quoted = !quoted;
        } else if (c == '(' && !quoted) {
          comments++;
        } else if (c == ')' && !quoted && comments > 0) {
          comments--;
        } else if (comments == 0) {
          out.append(c);
        }
      }
      return out.toString();
    }
  }
}
