package fr.bastide.airlock.link;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.text.Normalizer;
import java.util.Locale;

/// Names that are safe in any folder: no path, no control or direction marks, not hidden, short
/// enough, and only what this machine can write.
final class PublishedNames {

  private static final int MOST_BYTES = 160;
  private static final int MOST_FLOW = 40;
  private static final String FORBIDDEN = "/\\<>:\"|?*~";

  private PublishedNames() {}

  /// The name of a file.
  static String file(String name) {
    CharsetEncoder encoder = system().newEncoder();
    StringBuilder safe = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFC)
        .codePoints()
        .limit(1_000)
        .forEach(c -> {
          int type = Character.getType(c);
          if (Character.isISOControl(c)
              || type == Character.FORMAT
              || type == Character.SURROGATE
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR) {
            return;
          }
          boolean good = FORBIDDEN.indexOf(c) < 0 && encoder.canEncode(Character.toString(c));
          safe.appendCodePoint(good ? c : '_');
        });
    String plain = trimmed(safe.toString());
    return plain.isEmpty() ? "fichier" : shortened(plain);
  }

  private static String trimmed(String name) {
    int from = 0;
    int to = name.length();
    while (from < to && (name.charAt(from) == '.' || Character.isWhitespace(name.charAt(from)))) {
      from++;
    }
    while (to > from
        && (name.charAt(to - 1) == '.' || Character.isWhitespace(name.charAt(to - 1)))) {
      to--;
    }
    return name.substring(from, to);
  }

  private static String shortened(String name) {
    if (bytes(name) <= MOST_BYTES) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
    int end = name.length() - ending.length();
    while (end > 0 && bytes(name.substring(0, end)) + bytes(ending) > MOST_BYTES) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end) + ending;
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  /// The name of a flow's folder: lower case letters and digits without accents, `-` and `_`.
  static String flow(String flow) {
    StringBuilder safe = new StringBuilder();
    Normalizer.normalize(flow, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .chars()
        .filter(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_')
        .limit(MOST_FLOW)
        .forEach(c -> safe.append((char) c));
    return safe.isEmpty() ? "files" : safe.toString();
  }

  private static Charset system() {
    try {
      return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.US_ASCII;
    }
  }
}
