package fr.bastide.telemetry;

/// The escapes of JSON strings (RFC 8259, section 7), undone byte by byte.
public final class JsonEscapes {

  private static final int REPLACEMENT = 0xFFFD;

  private JsonEscapes() {}

  /// Writes the slice without its escapes into `into` at `at`, as UTF-8, and returns how many bytes
  /// that were: never more than the slice has. An escape that is none is kept as it stands; half a
  /// surrogate pair becomes U+FFFD.
  public static int undo(byte[] bytes, int from, int to, byte[] into, int at) {
    int out = at;
    int i = from;
    while (i < to) {
      byte b = bytes[i++];
      if (b != '\\' || i == to) {
        into[out++] = b;
        continue;
      }
      byte c = bytes[i++];
      switch (c) {
        case '"', '\\', '/' -> into[out++] = c;
        case 'b' -> into[out++] = '\b';
        case 'f' -> into[out++] = '\f';
        case 'n' -> into[out++] = '\n';
        case 'r' -> into[out++] = '\r';
        case 't' -> into[out++] = '\t';
        case 'u' -> {
          int unit = hex(bytes, i, to);
          if (unit < 0) {
            into[out++] = '\\';
            into[out++] = 'u';
            continue;
          }
          i += 4;
          int point = unit;
          if (Character.isSurrogate((char) unit)) {
            int low =
                i + 1 < to && bytes[i] == '\\' && bytes[i + 1] == 'u' ? hex(bytes, i + 2, to) : -1;
            boolean pair =
                Character.isHighSurrogate((char) unit)
                    && low >= 0
                    && Character.isLowSurrogate((char) low);
            point = pair ? Character.toCodePoint((char) unit, (char) low) : REPLACEMENT;
            i += pair ? 6 : 0;
          }
          out = utf8(point, into, out);
        }
        default -> {
          into[out++] = '\\';
          into[out++] = c;
        }
      }
    }
    return out - at;
  }

  private static int hex(byte[] bytes, int from, int to) {
    if (from + 4 > to) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        return -1;
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  private static int utf8(int point, byte[] into, int at) {
    int out = at;
    if (point < 0x80) {
      into[out++] = (byte) point;
    } else if (point < 0x800) {
      into[out++] = (byte) (0xC0 | (point >> 6));
      into[out++] = (byte) (0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
      into[out++] = (byte) (0xE0 | (point >> 12));
      into[out++] = (byte) (0x80 | ((point >> 6) & 0x3F));
      into[out++] = (byte) (0x80 | (point & 0x3F));
    } else {
      into[out++] = (byte) (0xF0 | (point >> 18));
      into[out++] = (byte) (0x80 | ((point >> 12) & 0x3F));
      into[out++] = (byte) (0x80 | ((point >> 6) & 0x3F));
      into[out++] = (byte) (0x80 | (point & 0x3F));
    }
    return out;
  }
}
