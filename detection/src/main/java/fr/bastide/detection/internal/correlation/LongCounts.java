package fr.bastide.detection.internal.correlation;

import java.util.Arrays;

/// How often each number is there: open addressing with linear probing, room given back by
/// shifting. Each number stands beside its count, so that looking one up costs one cache line.
final class LongCounts {

  private static final int SMALLEST = 8;
  private static final int LARGEST_KEPT = 1 << 12;

  private long[] cells = new long[2 * SMALLEST];
  private int mask = SMALLEST - 1;
  private int distinct;

  /// How many different numbers are there.
  int distinct() {
    return distinct;
  }

  void add(long key) {
    int at = find(key);
    if (cells[at + 1]++ == 0) {
      cells[at] = key;
      if (4 * ++distinct > 3 * (mask + 1)) {
        grow();
      }
    }
  }

  void remove(long key) {
    int at = find(key);
    if (--cells[at + 1] == 0) {
      distinct--;
      close(at / 2);
    }
  }

  void clear() {
    if (mask >= LARGEST_KEPT) {
      cells = new long[2 * SMALLEST];
      mask = SMALLEST - 1;
    } else if (distinct > 0) {
      Arrays.fill(cells, 0);
    }
    distinct = 0;
  }

  private int find(long key) {
    int at = 2 * home(key);
    while (cells[at + 1] > 0 && cells[at] != key) {
      at = (at + 2) & (2 * mask + 1);
    }
    return at;
  }

  /// Keys are hashes already; their upper half is as good as the lower.
  private int home(long key) {
    return (int) (key ^ (key >>> 32)) & mask;
  }

  private void grow() {
    long[] old = cells;
    cells = new long[2 * old.length];
    mask = 2 * mask + 1;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] > 0) {
        int at = find(old[i]);
        cells[at] = old[i];
        cells[at + 1] = old[i + 1];
      }
    }
  }

  private void close(int gap) {
    int hole = gap;
    int at = (hole + 1) & mask;
    while (cells[2 * at + 1] > 0) {
      int home = home(cells[2 * at]);
      if (((at - home) & mask) >= ((at - hole) & mask)) {
        cells[2 * hole] = cells[2 * at];
        cells[2 * hole + 1] = cells[2 * at + 1];
        cells[2 * at + 1] = 0;
        hole = at;
      }
      at = (at + 1) & mask;
    }
  }
}
