package fr.bastide.detection.internal.match;

/// A set of folded ASCII characters.
///
/// @param low those below 64, a bit each
/// @param high the others
record AsciiSet(long low, long high) {

  static final AsciiSet NONE = new AsciiSet(0, 0);
  static final AsciiSet DIGITS = NONE.with('0', '9');
  static final AsciiSet WORD = DIGITS.with('a', 'z').with('_', '_');
  static final AsciiSet BLANKS = NONE.with('\t', '\n').with('\f', '\r').with(' ', ' ');

  static AsciiSet of(char c) {
    return NONE.with(c, c);
  }

  /// This set and a range, folded.
  AsciiSet with(char from, char to) {
    long lows = low;
    long highs = high;
    for (int c = from; c <= to; c++) {
      int folded = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
      if (folded < Long.SIZE) {
        lows |= 1L << folded;
      } else {
        highs |= 1L << folded;
      }
    }
    return new AsciiSet(lows, highs);
  }

  /// This set and another.
  AsciiSet with(AsciiSet other) {
    return new AsciiSet(low | other.low, high | other.high);
  }

  boolean holds(int c) {
    return c < Long.SIZE ? ((low >>> c) & 1) != 0 : ((high >>> c) & 1) != 0;
  }

  int size() {
    return Long.bitCount(low) + Long.bitCount(high);
  }
}
