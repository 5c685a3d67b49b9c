package fr.bastide.detection.internal.match;

import java.util.List;

/// Texts that a value may be, begin with or end with, found by the eight bytes at its edge, or by
/// fewer for shorter texts.
///
/// The value must have eight readable bytes on both sides.
final class EdgeTable {

  /// Which edge of the value is looked at.
  enum Edge {
    /// The whole value: both edges and the length.
    BOTH,
    START,
    END
  }

  private static final long LENGTHS = 0xD6E8FEB86659FD93L;

  private final Edge edge;
  private final KeyTable table;
  private int lengths;

  EdgeTable(Edge edge, List<Integer> numbers, Texts texts) {
    this.edge = edge;
    this.table = new KeyTable(numbers.size());
    byte[] padded = new byte[0];
    for (int number : numbers) {
      byte[] text = texts.bytes(number);
      if (padded.length < text.length + 2 * Long.BYTES) {
        padded = new byte[2 * text.length + 2 * Long.BYTES];
      }
      System.arraycopy(text, 0, padded, Long.BYTES, text.length);
      int to = Long.BYTES + text.length;
      int length = Math.min(Long.BYTES, text.length);
      lengths |= 1 << length;
      long key =
          edge == Edge.BOTH ? whole(padded, Long.BYTES, to) : key(padded, Long.BYTES, to, length);
      // what the key of an end is taken from stands at the end
      table.add(mixed(key), number, edge == Edge.END ? text.length : 0, text);
    }
  }

  /// Offers every text at the edge of this value.
  void scan(byte[] bytes, int from, int to, Candidates found) {
    int length = to - from;
    if (edge == Edge.BOTH) {
      offer(table.first(mixed(whole(bytes, from, to))), bytes, from, to, found);
      return;
    }
    int left = lengths & ((2 << Math.min(length, Long.BYTES)) - 1);
    while (left != 0) {
      int n = Integer.numberOfTrailingZeros(left);
      left &= left - 1;
      offer(table.first(mixed(key(bytes, from, to, n))), bytes, from, to, found);
    }
  }

  private void offer(int first, byte[] bytes, int from, int to, Candidates found) {
    for (int entry = first; entry != 0; entry = table.next(entry)) {
      int length = table.length(entry);
      boolean fits = edge == Edge.BOTH ? length == to - from : length <= to - from;
      if (fits) {
        table.offer(entry, bytes, edge == Edge.END ? to - length : from, found);
      }
    }
  }

  /// Four bytes that stand for eight: what is found is compared whole.
  private static int mixed(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> Integer.SIZE);
  }

  private long key(byte[] bytes, int from, int to, int length) {
    if (length == 0) {
      return 0;
    }
    long eight =
        edge == Edge.START
            ? Words.first(Words.eight(bytes, from), length)
            : Words.eight(bytes, to - Long.BYTES) >>> ((Long.BYTES - length) << 3);
    return eight ^ (length * LENGTHS);
  }

  private static long whole(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length < Long.BYTES) {
      return Words.first(Words.eight(bytes, from), length) ^ (length * LENGTHS);
    }
    long start = Words.eight(bytes, from);
    long end = Words.eight(bytes, to - Long.BYTES);
    return (start * LENGTHS) ^ Long.rotateLeft(end, 29) ^ (length * LENGTHS);
  }
}
