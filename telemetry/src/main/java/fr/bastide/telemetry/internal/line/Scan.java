package fr.bastide.telemetry.internal.line;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds things in bytes. All positions are absolute; ends are exclusive.
public final class Scan {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private static final boolean[] NAME = new boolean[256];

  static {
    for (char c = 0; c < 128; c++) {
      NAME[c] = Character.isLetterOrDigit(c) || "_.-[]".indexOf(c) >= 0;
    }
  }

  private Scan() {}

  /// Where the byte first stands, eight bytes at a time; -1 when it does not.
  public static int find(byte[] bytes, int from, int to, byte wanted) {
    int i = from;
    long pattern = ONES * (wanted & 0xff);
    for (; i + 8 <= to; i += 8) {
      long differing = (long) LONGS.get(bytes, i) ^ pattern;
      long hit = (differing - ONES) & ~differing & HIGHS;
      if (hit != 0) {
        return i + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    for (; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /// Where the text first stands; -1 when it does not. The text is not empty.
  public static int find(byte[] bytes, int from, int to, byte[] text) {
    int last = to - text.length;
    for (int i = from; i <= last; i++) {
      i = find(bytes, i, last + 1, text[0]);
      if (i < 0) {
        return -1;
      }
      if (starts(bytes, i, to, text)) {
        return i;
      }
    }
    return -1;
  }

  /// Where the text last stands; -1 when it does not.
  public static int findLast(byte[] bytes, int from, int to, byte[] text) {
    for (int i = to - text.length; i >= from; i--) {
      if (starts(bytes, i, to, text)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether the text stands at `from`.
  public static boolean starts(byte[] bytes, int from, int to, byte[] text) {
    return to - from >= text.length
        && bytes[from] == text[0]
        && Arrays.equals(bytes, from, from + text.length, text, 0, text.length);
  }

  /// Whether the slice is exactly the text.
  public static boolean is(byte[] bytes, int from, int to, byte[] text) {
    return to - from == text.length && Arrays.equals(bytes, from, to, text, 0, text.length);
  }

  /// The first position at or after `from` that holds no space.
  public static int pastSpaces(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] == ' ') {
      i++;
    }
    return i;
  }

  /// The end of the slice without the spaces it ends with.
  public static int trimmedEnd(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && bytes[end - 1] == ' ') {
      end--;
    }
    return end;
  }

  /// Where the word that begins at `from` ends: at a space or at the end.
  public static int wordEnd(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != ' ') {
      i++;
    }
    return i;
  }

  /// Whether the byte is an ASCII digit.
  public static boolean digit(byte b) {
    return b >= '0' && b <= '9';
  }

  /// Whether the byte may stand in the name of a `name=value` pair.
  public static boolean nameByte(byte b) {
    return NAME[b & 0xff];
  }

  /// The value of a hexadecimal digit; -1 when it is none.
  public static int hex(byte b) {
    if (digit(b)) {
      return b - '0';
    }
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  /// The number these digits write, up to 18 of them; -1 when they are none.
  public static long number(byte[] bytes, int from, int to) {
    if (from >= to || to - from > 18) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      if (!digit(bytes[i])) {
        return -1;
      }
      value = 10 * value + bytes[i] - '0';
    }
    return value;
  }

  /// Whether the slice is a number as people write it: perhaps a minus, digits, perhaps a fraction;
  /// at most 20 bytes.
  public static boolean numeric(byte[] bytes, int from, int to) {
    if (from >= to || to - from > 20 || bytes[to - 1] > '9') {
      return false;
    }
    int i = bytes[from] == '-' ? from + 1 : from;
    boolean point = false;
    int digits = 0;
    for (; i < to; i++) {
      if (digit(bytes[i])) {
        digits++;
      } else if (bytes[i] == '.' && !point && digits > 0) {
        point = true;
        digits = 0;
      } else {
        return false;
      }
    }
    return digits > 0;
  }

  /// A text as the bytes to look for.
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
