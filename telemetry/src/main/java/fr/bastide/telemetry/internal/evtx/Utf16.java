package fr.bastide.telemetry.internal.evtx;

/// Turns UTF-16 (lowest byte first) into UTF-8, eight units at a time while they are ASCII.
final class Utf16 {

  private static final long NOT_ASCII = 0xFF80_FF80_FF80_FF80L;
  private static final int REPLACEMENT = 0xFFFD;

  private Utf16() {}

  /// How many bytes the UTF-8 of a slice takes at most.
  static int most(int bytes) {
    return (bytes >> 1) * 3;
  }

  /// Writes the slice as UTF-8 at `at`, where there is room for [#most(int)], and returns where it
  /// ends. Half a surrogate pair becomes U+FFFD; an odd last byte is left out.
  static int toUtf8(byte[] in, int from, int to, byte[] out, int at) {
    int i = from;
    int o = at;
    while (true) {
      while (i + 16 <= to) {
        long low = LittleEndian.i64(in, i);
        long high = LittleEndian.i64(in, i + 8);
        if (((low | high) & NOT_ASCII) != 0) {
          break;
        }
        LittleEndian.put64(out, o, pack(low) | pack(high) << 32);
        i += 16;
        o += 8;
      }
      if (i + 8 <= to) {
        long four = LittleEndian.i64(in, i);
        if ((four & NOT_ASCII) == 0) {
          LittleEndian.put32(out, o, (int) pack(four));
          i += 8;
          o += 4;
          continue;
        }
      }
      int stop = Math.min(i + 8, to - 1);
      if (i >= stop) {
        return o;
      }
      while (i < stop) {
        int unit = LittleEndian.u16(in, i);
        i += 2;
        if (unit < 0x80) {
          out[o++] = (byte) unit;
          continue;
        }
        int point = unit;
        if (Character.isSurrogate((char) unit)) {
          int next = i + 2 <= to ? LittleEndian.u16(in, i) : 0;
          boolean pair =
              Character.isHighSurrogate((char) unit) && Character.isLowSurrogate((char) next);
          point = pair ? Character.toCodePoint((char) unit, (char) next) : REPLACEMENT;
          i += pair ? 2 : 0;
        }
        o = put(point, out, o);
      }
    }
  }

  /// Writes one code point as UTF-8 and returns where it ends.
  static int put(int point, byte[] out, int at) {
    int o = at;
    if (point < 0x80) {
      out[o++] = (byte) point;
    } else if (point < 0x800) {
      out[o++] = (byte) (0xC0 | (point >> 6));
      out[o++] = (byte) (0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
      out[o++] = (byte) (0xE0 | (point >> 12));
      out[o++] = (byte) (0x80 | ((point >> 6) & 0x3F));
      out[o++] = (byte) (0x80 | (point & 0x3F));
    } else {
      out[o++] = (byte) (0xF0 | (point >> 18));
      out[o++] = (byte) (0x80 | ((point >> 12) & 0x3F));
      out[o++] = (byte) (0x80 | ((point >> 6) & 0x3F));
      out[o++] = (byte) (0x80 | (point & 0x3F));
    }
    return o;
  }

  /// The low bytes of four units, side by side.
  private static long pack(long four) {
    long two = (four | four >>> 8) & 0x0000_FFFF_0000_FFFFL;
    return (two | two >>> 16) & 0xFFFF_FFFFL;
  }
}
