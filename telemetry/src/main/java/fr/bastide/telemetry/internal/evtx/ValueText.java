package fr.bastide.telemetry.internal.evtx;

import fr.bastide.telemetry.ValueKind;
import java.nio.charset.StandardCharsets;

/// Writes single values as text in UTF-8.
///
/// Integers are decimal, hexadecimal ones `0x` and small letters without leading zeros, GUIDs
/// capital letters without braces, binary data capital hexadecimal digits, times
/// `2025-11-27T07:40:10.165324Z`, SIDs `S-1-5-18`. A value whose size does not fit its type is
/// written as binary data.
final class ValueText {

  private static final int LONGEST_NUMBER = 20;
  private static final int SID_HEADER = 8;
  private static final byte[] LARGE = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SMALL = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
  private static final int[] GUID_ORDER = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};

  private ValueText() {}

  /// Adds the text of a value, which is neither a list nor binary XML, and returns what it is.
  static ValueKind write(int type, byte[] bytes, int from, int to, Bytes out) {
    switch (fits(type, bytes, from, to) ? type : ValueType.BINARY) {
      case ValueType.NULL -> {
        return ValueKind.NULL;
      }
      case ValueType.STRING -> string(bytes, from, to, out);
      case ValueType.ANSI_STRING -> Ansi.toUtf8(bytes, from, to, out);
      case ValueType.INT8, ValueType.INT16, ValueType.INT32, ValueType.INT64 -> {
        return signed(bytes, from, to, out);
      }
      case ValueType.UINT8, ValueType.UINT16, ValueType.UINT32, ValueType.UINT64 -> {
        return unsigned(bytes, from, to, out);
      }
      case ValueType.REAL32, ValueType.REAL64 -> {
        return real(bytes, from, to, out);
      }
      case ValueType.BOOL -> {
        return truth(bytes, from, to, out);
      }
      case ValueType.GUID -> guid(bytes, from, out);
      case ValueType.FILETIME -> Times.fileTime(LittleEndian.i64(bytes, from), out);
      case ValueType.SYSTEMTIME -> Times.systemTime(bytes, from, out);
      case ValueType.SID -> sid(bytes, from, out);
      case ValueType.HEX32, ValueType.HEX64, ValueType.SIZE_T, ValueType.HANDLE ->
          hexNumber(bytes, from, to, out);
      default -> binary(bytes, from, to, out);
    }
    return ValueKind.TEXT;
  }

  /// Whether a value of a type of fixed size has it.
  private static boolean fits(int type, byte[] bytes, int from, int to) {
    int size = to - from;
    return switch (type) {
      case ValueType.GUID, ValueType.SYSTEMTIME -> size == 16;
      case ValueType.FILETIME -> size == 8;
      case ValueType.SID ->
          size >= SID_HEADER && size >= SID_HEADER + 4 * LittleEndian.u8(bytes, from + 1);
      default -> true;
    };
  }

  /// The zeros that end many strings are not part of them.
  private static void string(byte[] bytes, int from, int to, Bytes out) {
    int end = from + ((to - from) & ~1);
    while (end > from && bytes[end - 1] == 0 && bytes[end - 2] == 0) {
      end -= 2;
    }
    out.room(Utf16.most(end - from) + 8);
    out.end = Utf16.toUtf8(bytes, from, end, out.array, out.end);
  }

  private static ValueKind signed(byte[] bytes, int from, int to, Bytes out) {
    int size = to - from;
    if (size != 1 && size != 2 && size != 4 && size != 8) {
      return binary(bytes, from, to, out);
    }
    int shift = 64 - 8 * size;
    long value = LittleEndian.unsigned(bytes, from, to) << shift >> shift;
    if (value < 0) {
      out.ascii('-');
    }
    decimal(value < 0 ? -value : value, out);
    return ValueKind.NUMBER;
  }

  private static ValueKind unsigned(byte[] bytes, int from, int to, Bytes out) {
    int size = to - from;
    long value =
        switch (size) {
          case 1 -> LittleEndian.u8(bytes, from);
          case 2 -> LittleEndian.u16(bytes, from);
          case 4 -> LittleEndian.u32(bytes, from);
          case 8 -> LittleEndian.i64(bytes, from);
          default -> -1;
        };
    if (value < 0 && size != 8) {
      return binary(bytes, from, to, out);
    }
    decimal(value, out);
    return ValueKind.NUMBER;
  }

  /// A number without sign.
  static void decimal(long value, Bytes out) {
    out.room(LONGEST_NUMBER);
    long rest = value;
    int last = -1;
    if (rest < 0) {
      last = (int) Long.remainderUnsigned(rest, 10);
      rest = Long.divideUnsigned(rest, 10);
    }
    int digits = 1;
    for (long power = 10; digits < 19 && rest >= power; power *= 10) {
      digits++;
    }
    int end = out.end + digits;
    for (int i = end - 1; i >= out.end; i--) {
      out.array[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    out.end = end;
    if (last >= 0) {
      out.array[out.end++] = (byte) ('0' + last);
    }
  }

  private static ValueKind real(byte[] bytes, int from, int to, Bytes out) {
    String text;
    boolean finite;
    if (to - from == 4) {
      float value = Float.intBitsToFloat(LittleEndian.i32(bytes, from));
      text = Float.toString(value);
      finite = Float.isFinite(value);
    } else if (to - from == 8) {
      double value = Double.longBitsToDouble(LittleEndian.i64(bytes, from));
      text = Double.toString(value);
      finite = Double.isFinite(value);
    } else {
      return binary(bytes, from, to, out);
    }
    out.add(text.getBytes(StandardCharsets.US_ASCII));
    return finite ? ValueKind.NUMBER : ValueKind.TEXT;
  }

  private static ValueKind truth(byte[] bytes, int from, int to, Bytes out) {
    if (from == to || to - from > 8) {
      return binary(bytes, from, to, out);
    }
    out.add(LittleEndian.unsigned(bytes, from, to) != 0 ? TRUE : FALSE);
    return ValueKind.TRUTH;
  }

  private static ValueKind binary(byte[] bytes, int from, int to, Bytes out) {
    out.room(2 * (to - from));
    byte[] array = out.array;
    int o = out.end;
    for (int i = from; i < to; i++) {
      array[o++] = LARGE[bytes[i] >> 4 & 0xf];
      array[o++] = LARGE[bytes[i] & 0xf];
    }
    out.end = o;
    return ValueKind.TEXT;
  }

  private static void guid(byte[] bytes, int from, Bytes out) {
    out.room(36);
    byte[] array = out.array;
    int o = out.end;
    for (int i = 0; i < 16; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        array[o++] = '-';
      }
      int b = bytes[from + GUID_ORDER[i]];
      array[o++] = LARGE[b >> 4 & 0xf];
      array[o++] = LARGE[b & 0xf];
    }
    out.end = o;
  }

  private static void hexNumber(byte[] bytes, int from, int to, Bytes out) {
    if (to - from > 8) {
      binary(bytes, from, to, out);
      return;
    }
    long value = LittleEndian.unsigned(bytes, from, to);
    out.room(18);
    out.array[out.end++] = '0';
    out.array[out.end++] = 'x';
    int digits = Math.max(1, (67 - Long.numberOfLeadingZeros(value)) / 4);
    for (int i = digits - 1; i >= 0; i--) {
      out.array[out.end++] = SMALL[(int) (value >>> (4 * i)) & 0xf];
    }
  }

  /// Revision (1 byte), number of sub-authorities (1), authority (6, highest byte first), then the
  /// sub-authorities (4 each).
  private static void sid(byte[] bytes, int from, Bytes out) {
    out.ascii('S');
    out.ascii('-');
    decimal(LittleEndian.u8(bytes, from), out);
    out.ascii('-');
    long authority = 0;
    for (int i = from + 2; i < from + SID_HEADER; i++) {
      authority = authority << 8 | LittleEndian.u8(bytes, i);
    }
    decimal(authority, out);
    int count = LittleEndian.u8(bytes, from + 1);
    for (int i = 0; i < count; i++) {
      out.ascii('-');
      decimal(LittleEndian.u32(bytes, from + SID_HEADER + 4 * i), out);
    }
  }
}
