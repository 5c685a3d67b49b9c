package fr.bastide.telemetry.internal.evtx;

/// Where the items of a list end: numbers stand side by side, strings each end with a zero, SIDs
/// tell their length.
final class ArrayItems {

  private static final int SID_HEADER = 8;

  private ArrayItems() {}

  /// Where the item that begins at `at` ends, at most at `to`. A list of a type whose items have no
  /// known size is one item.
  ///
  /// @param length how long the whole list is
  static int end(int type, int length, byte[] bytes, int at, int to) {
    int width =
        switch (type) {
          case ValueType.STRING -> units(bytes, at, to) - at;
          case ValueType.ANSI_STRING -> letters(bytes, at, to) - at;
          case ValueType.INT8, ValueType.UINT8 -> 1;
          case ValueType.INT16, ValueType.UINT16 -> 2;
          case ValueType.INT32, ValueType.UINT32, ValueType.HEX32 -> 4;
          case ValueType.REAL32, ValueType.BOOL -> 4;
          case ValueType.INT64, ValueType.UINT64, ValueType.HEX64 -> 8;
          case ValueType.REAL64, ValueType.FILETIME -> 8;
          case ValueType.GUID, ValueType.SYSTEMTIME -> 16;
          case ValueType.SIZE_T -> length % 8 == 0 ? 8 : 4;
          case ValueType.SID ->
              at + 2 <= to ? SID_HEADER + 4 * LittleEndian.u8(bytes, at + 1) : to - at;
          default -> to - at;
        };
    return Math.min(to, at + width);
  }

  /// Where the next item begins after one that ended at `end`.
  static int next(int type, int end, int to) {
    int separator = type == ValueType.STRING ? 2 : type == ValueType.ANSI_STRING ? 1 : 0;
    return Math.min(to, end + separator);
  }

  private static int units(byte[] bytes, int at, int to) {
    int i = at;
    while (i + 2 <= to && (bytes[i] != 0 || bytes[i + 1] != 0)) {
      i += 2;
    }
    return i + 2 <= to ? i : to;
  }

  private static int letters(byte[] bytes, int at, int to) {
    int i = at;
    while (i < to && bytes[i] != 0) {
      i++;
    }
    return i;
  }
}
