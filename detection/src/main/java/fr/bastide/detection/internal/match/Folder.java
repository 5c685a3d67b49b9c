package fr.bastide.detection.internal.match;

import fr.bastide.detection.CaseFolding;
import fr.bastide.telemetry.JsonEscapes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes values one behind the other in the form in which they are compared: escapes undone,
/// letters folded, well-formed UTF-8.
///
/// Eight bytes at a time as long as they are ASCII; the first other byte, or an escape by number,
/// has the value done again by code point. Before and after each value there are at least eight
/// bytes that may be read, so that tables can load whole words.
final class Folder {

  private static final int MARGIN = 16;
  private static final int MOST_KEPT = 1 << 20;

  private byte[] folded = new byte[4096];
  private byte[] plain = new byte[256];
  private int end = MARGIN;
  private boolean ascii;
  private boolean simple;

  /// Forgets the values of the last event.
  void clear() {
    end = MARGIN;
    if (folded.length > MOST_KEPT) {
      folded = new byte[4096];
      plain = new byte[256];
    }
  }

  /// The bytes that folded values are slices of; another array after each call of [#fold].
  byte[] bytes() {
    return folded;
  }

  /// Whether the last value is ASCII, folded.
  boolean ascii() {
    return ascii;
  }

  /// Whether the last value is ASCII and was written without escapes by number.
  boolean simple() {
    return simple;
  }

  /// Where the last value ends.
  int end() {
    return end;
  }

  /// Folds one value and returns where it begins.
  int fold(byte[] bytes, int from, int to, boolean escaped) {
    int at = end;
    reserve(at + to - from);
    ascii = true;
    int stop = escaped ? unescaping(bytes, from, to, at) : straight(bytes, from, to, at);
    simple = stop >= 0;
    end = stop >= 0 ? stop : byPoint(bytes, from, to, escaped, at);
    return at;
  }

  private void reserve(int length) {
    if (length + MARGIN > folded.length) {
      folded = Arrays.copyOf(folded, Math.max(2 * folded.length, length + MARGIN));
    }
  }

  /// Whether the escapes in this slice of JSON, ASCII as it stands, are all of one letter.
  static boolean lettersEscape(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      if (i + Long.BYTES <= to) {
        long stops = Words.backslashes(Words.eight(bytes, i));
        if (stops == 0) {
          i += Long.BYTES;
          continue;
        }
        i += Long.numberOfTrailingZeros(stops) >>> 3;
      }
      if (bytes[i++] == '\\' && i < to && escape(bytes[i++]) < 0) {
        return false;
      }
    }
    return true;
  }

  private int straight(byte[] bytes, int from, int to, int at) {
    byte[] out = folded;
    int shift = at - from;
    int i = from;
    int whole = to - Long.BYTES;
    for (; i <= whole; i += Long.BYTES) {
      long eight = Words.eight(bytes, i);
      if (Words.beyondAscii(eight) != 0) {
        return -1;
      }
      Words.put(out, i + shift, Words.lower(eight));
    }
    for (; i < to; i++) {
      if (bytes[i] < 0) {
        return -1;
      }
      out[i + shift] = (byte) CaseFolding.fold(bytes[i]);
    }
    return to + shift;
  }

  private int unescaping(byte[] bytes, int from, int to, int at) {
    byte[] out = folded;
    int o = at;
    int i = from;
    int whole = to - Long.BYTES;
    while (i < to) {
      if (i <= whole) {
        long eight = Words.eight(bytes, i);
        long stops = Words.beyondAscii(eight) | Words.backslashes(eight);
        Words.put(out, o, Words.lower(eight));
        if (stops == 0) {
          i += Long.BYTES;
          o += Long.BYTES;
          continue;
        }
        int before = Long.numberOfTrailingZeros(stops) >>> 3;
        i += before;
        o += before;
      }
      byte b = bytes[i++];
      if (b < 0) {
        return -1;
      }
      int one = CaseFolding.fold(b);
      if (b == '\\' && i < to) {
        one = escape(bytes[i++]);
        if (one < 0) {
          return -1;
        }
      }
      out[o++] = (byte) one;
    }
    return o;
  }

  /// The character that a letter behind a backslash stands for; -1 when it takes more to know.
  private static int escape(byte letter) {
    return switch (letter) {
      case '\\', '/', '"' -> letter;
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> -1;
    };
  }

  private int byPoint(byte[] bytes, int from, int to, boolean escaped, int at) {
    // a code point may need half as many bytes again when folded, a malformed byte three
    reserve(at + 3 * (to - from));
    int length = to - from;
    if (length > plain.length) {
      plain = new byte[Math.max(2 * plain.length, length)];
    }
    if (escaped) {
      length = JsonEscapes.undo(bytes, from, to, plain, 0);
    } else {
      System.arraycopy(bytes, from, plain, 0, length);
    }
    int o = at;
    boolean plainAscii = true;
    for (int i = 0; i < length; ) {
      int point = Utf8.point(plain, i, length);
      if (point == Utf8.MALFORMED) {
        return malformed(length, at);
      }
      i += Utf8.length(plain[i]);
      int same = CaseFolding.fold(point);
      plainAscii &= same < 0x80;
      o = Utf8.put(same, folded, o);
    }
    ascii = plainAscii;
    return o;
  }

  /// Text that is not UTF-8 is replaced just as [fr.bastide.telemetry.Event#text(int)] does it.
  private int malformed(int length, int at) {
    ascii = false;
    String text = new String(plain, 0, length, StandardCharsets.UTF_8);
    int o = at;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      o = Utf8.put(CaseFolding.fold(point), folded, o);
      i += Character.charCount(point);
    }
    return o;
  }
}
