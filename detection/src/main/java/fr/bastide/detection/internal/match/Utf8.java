package fr.bastide.detection.internal.match;

import java.util.Arrays;

/// UTF-8 taken apart and put together by code point.
final class Utf8 {

  /// What [#point] gives for bytes that are no code point.
  static final int MALFORMED = -1;

  private Utf8() {}

  /// How many bytes the code point has that begins with this byte, in well-formed text.
  static int length(byte lead) {
    return lead >= 0 ? 1 : lead < (byte) 0xE0 ? 2 : lead < (byte) 0xF0 ? 3 : 4;
  }

  /// The code point in well-formed text.
  static int wellFormed(byte[] bytes, int at) {
    int lead = bytes[at];
    return switch (length((byte) lead)) {
      case 1 -> lead;
      case 2 -> ((lead & 0x1F) << 6) | tail(bytes, at + 1);
      case 3 -> ((lead & 0x0F) << 12) | (tail(bytes, at + 1) << 6) | tail(bytes, at + 2);
      default ->
          ((lead & 0x07) << 18)
              | (tail(bytes, at + 1) << 12)
              | (tail(bytes, at + 2) << 6)
              | tail(bytes, at + 3);
    };
  }

  /// The code point at this place if it ends before `to` and is written as the standard asks.
  static int point(byte[] bytes, int at, int to) {
    byte lead = bytes[at];
    if (lead >= 0) {
      return lead;
    }
    int length = length(lead);
    if (lead < (byte) 0xC2 || lead > (byte) 0xF4 || at + length > to) {
      return MALFORMED;
    }
    for (int i = at + 1; i < at + length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return MALFORMED;
      }
    }
    int point = wellFormed(bytes, at);
    boolean shortest = length == 2 || point >= (length == 3 ? 0x800 : 0x10000);
    boolean scalar = (point < 0xD800 || point > 0xDFFF) && point <= Character.MAX_CODE_POINT;
    return shortest && scalar ? point : MALFORMED;
  }

  /// Writes a code point, surrogates included, and returns where the next one goes.
  static int put(int point, byte[] into, int at) {
    if (point < 0x80) {
      into[at] = (byte) point;
      return at + 1;
    }
    if (point < 0x800) {
      into[at] = (byte) (0xC0 | (point >> 6));
      into[at + 1] = tail(point);
      return at + 2;
    }
    if (point < 0x10000) {
      into[at] = (byte) (0xE0 | (point >> 12));
      into[at + 1] = tail(point >> 6);
      into[at + 2] = tail(point);
      return at + 3;
    }
    into[at] = (byte) (0xF0 | (point >> 18));
    into[at + 1] = tail(point >> 12);
    into[at + 2] = tail(point >> 6);
    into[at + 3] = tail(point);
    return at + 4;
  }

  /// The bytes of a text; half a surrogate pair keeps bytes of its own, which no event has.
  static byte[] bytes(String text) {
    byte[] all = new byte[3 * text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      length = put(point, all, length);
      i += Character.charCount(point);
    }
    return Arrays.copyOf(all, length);
  }

  private static int tail(byte[] bytes, int at) {
    return bytes[at] & 0x3F;
  }

  private static byte tail(int point) {
    return (byte) (0x80 | (point & 0x3F));
  }
}
