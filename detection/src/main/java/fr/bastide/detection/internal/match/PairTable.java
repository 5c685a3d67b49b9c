package fr.bastide.detection.internal.match;

import java.util.List;

/// Texts of one to three bytes that may stand anywhere in a value, found by two neighbouring bytes,
/// or by the one there is.
///
/// The value must have a readable byte behind it.
final class PairTable {

  /// Longer texts are for a [GramTable].
  static final int LONGEST = 3;

  private static final int SINGLE = 1 << 16;

  private final KeyTable table;
  private final long[] seen = new long[SINGLE / Long.SIZE];
  private final boolean[] singles = new boolean[256];

  PairTable(List<Integer> numbers, Texts texts) {
    this.table = new KeyTable(numbers.size());
    for (int number : numbers) {
      byte[] text = texts.bytes(number);
      if (text.length == 1) {
        single(text, number);
      } else {
        // of three bytes the latter two: many texts begin with a blank
        int offset = text.length - 2;
        int pair = pair(text, offset);
        seen[pair >>> 6] |= 1L << pair;
        table.add(pair, number, offset, text);
      }
    }
  }

  private void single(byte[] text, int number) {
    int one = text[0] & 0xFF;
    for (int second = 0; second < 256; second++) {
      int pair = one | (second << 8);
      seen[pair >>> 6] |= 1L << pair;
    }
    singles[one] = true;
    table.add(SINGLE | one, number, 0, text);
  }

  /// Offers every text of this value.
  void scan(byte[] bytes, int from, int to, Candidates found) {
    for (int at = from; at < to; at++) {
      int pair = pair(bytes, at);
      if ((seen[pair >>> 6] & (1L << pair)) != 0) {
        offer(table.first(pair), bytes, at, from, to, found);
        if (singles[pair & 0xFF]) {
          offer(table.first(SINGLE | (pair & 0xFF)), bytes, at, from, to, found);
        }
      }
    }
  }

  private void offer(int first, byte[] bytes, int at, int from, int to, Candidates found) {
    for (int entry = first; entry != 0; entry = table.next(entry)) {
      int start = at - table.offset(entry);
      if (start >= from && start + table.length(entry) <= to) {
        table.offer(entry, bytes, start, found);
      }
    }
  }

  private static int pair(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | ((bytes[at + 1] & 0xFF) << 8);
  }
}
