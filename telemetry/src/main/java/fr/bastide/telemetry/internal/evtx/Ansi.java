package fr.bastide.telemetry.internal.evtx;

/// Turns single-byte text into UTF-8. Records do not say their code page: it is read as
/// Windows-1252, what Western Windows uses.
final class Ansi {

  /// What 0x80 to 0x9f stand for; bytes that stand for nothing are themselves.
  private static final String HIGH =
      "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d"
          + "\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153"
          + "\u009d\u017e\u0178";

  private Ansi() {}

  /// Adds the slice as UTF-8, without the zeros it ends with.
  static void toUtf8(byte[] in, int from, int to, Bytes out) {
    int end = to;
    while (end > from && in[end - 1] == 0) {
      end--;
    }
    out.room(3 * (end - from));
    for (int i = from; i < end; i++) {
      int c = LittleEndian.u8(in, i);
      boolean high = c >= 0x80 && c < 0xa0;
      out.end = Utf16.put(high ? HIGH.charAt(c - 0x80) : c, out.array, out.end);
    }
  }
}
