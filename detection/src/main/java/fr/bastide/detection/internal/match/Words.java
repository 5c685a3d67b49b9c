package fr.bastide.detection.internal.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Bytes looked at four or eight at a time: what comes first in memory is the lowest byte.
final class Words {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long LOWS = 0x7f7f7f7f7f7f7f7fL;
  private static final long BACKSLASHES = ONES * '\\';

  private Words() {}

  static long eight(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  static int four(byte[] bytes, int at) {
    return (int) INTS.get(bytes, at);
  }

  static void put(byte[] bytes, int at, long eight) {
    LONGS.set(bytes, at, eight);
  }

  /// The first `n` bytes of eight, zero after them; `n` from 0 to 8.
  static long first(long eight, int n) {
    return n >= Long.BYTES ? eight : eight & ~(-1L << (n << 3));
  }

  /// Letters A to Z made small in eight bytes; bytes from 0x80 stay.
  static long lower(long eight) {
    long seven = eight & LOWS;
    long pastZ = seven + ONES * (0x7f - 'Z');
    long fromA = seven + ONES * (0x80 - 'A');
    long capital = (fromA ^ pastZ) & ~eight & HIGHS;
    return eight | (capital >>> 2);
  }

  /// The high bits of the bytes that are not ASCII.
  static long beyondAscii(long eight) {
    return eight & HIGHS;
  }

  /// A word whose lowest bit, if any, is in the first backslash.
  static long backslashes(long eight) {
    long zeros = eight ^ BACKSLASHES;
    return (zeros - ONES) & ~zeros & HIGHS;
  }

  /// Whether these bytes stand at this place; the caller knows that they fit.
  static boolean standAt(byte[] wanted, byte[] bytes, int at) {
    int n = wanted.length;
    int i = 0;
    for (; i + Long.BYTES <= n; i += Long.BYTES) {
      if (eight(wanted, i) != eight(bytes, at + i)) {
        return false;
      }
    }
    for (; i < n; i++) {
      if (wanted[i] != bytes[at + i]) {
        return false;
      }
    }
    return true;
  }

  /// Whether the same bytes stand at two places.
  static boolean same(byte[] bytes, int at, int other, int length) {
    return Arrays.equals(bytes, at, at + length, bytes, other, other + length);
  }

  /// Where these bytes first stand between two places; -1 when nowhere.
  static int find(byte[] wanted, byte[] bytes, int from, int to) {
    int last = to - wanted.length;
    if (wanted.length == 0) {
      return from;
    }
    if (wanted.length >= Integer.BYTES) {
      int head = four(wanted, 0);
      for (int i = from; i <= last; i++) {
        if (four(bytes, i) == head && standAt(wanted, bytes, i)) {
          return i;
        }
      }
      return -1;
    }
    for (int i = from; i <= last; i++) {
      if (bytes[i] == wanted[0] && standAt(wanted, bytes, i)) {
        return i;
      }
    }
    return -1;
  }
}
