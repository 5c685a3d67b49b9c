package fr.bastide.detection.internal.match;

import java.util.List;

/// Looks for windows in a value, all at once: a bit for each character of each window, set when the
/// window up to there ends at the byte at hand (Baeza-Yates and Gonnet, *A new approach to text
/// searching*, 1992).
final class WindowScan {

  private final long[] sets = new long[128];
  private final long starts;
  private final long ends;

  private WindowScan(List<Window> windows) {
    long first = 0;
    long last = 0;
    int bit = 0;
    for (Window window : windows) {
      first |= 1L << bit;
      for (AsciiSet set : window.sets()) {
        for (int c = 0; c < sets.length; c++) {
          sets[c] |= set.holds(c) ? 1L << bit : 0;
        }
        bit++;
      }
      last |= 1L << (bit - 1);
    }
    starts = first;
    ends = last;
  }

  /// Whether all of these fit.
  static boolean fits(List<Window> windows) {
    return windows.stream().mapToInt(window -> window.sets().size()).sum() <= Long.SIZE;
  }

  static WindowScan of(List<Window> windows) {
    return new WindowScan(windows);
  }

  /// Whether at least one of the windows stands in these folded bytes.
  boolean finds(byte[] bytes, int from, int to) {
    long state = 0;
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      state = b < 0 ? 0 : ((state << 1) | starts) & sets[b];
      if ((state & ends) != 0) {
        return true;
      }
    }
    return false;
  }
}
