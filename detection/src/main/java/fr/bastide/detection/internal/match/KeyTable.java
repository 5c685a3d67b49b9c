package fr.bastide.detection.internal.match;

import java.util.Arrays;

/// Texts found by a key of four bytes: open addressing, at most half full, the texts of one key in
/// a chain.
///
/// A slot holds its key and its chain in one word, and an entry of a chain all that is asked about
/// it in neighbouring words, four more bytes of its text included: most entries are done with
/// before their text is touched.
final class KeyTable {

  private static final int WIDTH = 8;
  private static final int TEXT = 1;
  private static final int OFFSET = 2;
  private static final int LENGTH = 3;
  private static final int PROBE = 4;
  private static final int PROBE_AT = 5;
  private static final int MULTIPLIER = 0x9E3779B1;

  private final long[] slots;
  private final int shift;
  private int[] entries = new int[8 * WIDTH];
  private int end = WIDTH;

  /// A table for at most so many keys.
  KeyTable(int most) {
    int bits = Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(2 * most - 1));
    this.slots = new long[1 << bits];
    this.shift = Integer.SIZE - bits;
  }

  /// Adds an entry.
  ///
  /// @param number of the text the key is taken from
  /// @param offset where in the text
  void add(int key, int number, int offset, byte[] text) {
    if (end == entries.length) {
      entries = Arrays.copyOf(entries, 2 * end);
    }
    int slot = (key * MULTIPLIER) >>> shift;
    while (slots[slot] != 0 && (int) (slots[slot] >>> Integer.SIZE) != key) {
      slot = (slot + 1) & (slots.length - 1);
    }
    entries[end] = (int) slots[slot];
    entries[end + TEXT] = number;
    entries[end + OFFSET] = offset;
    entries[end + LENGTH] = text.length;
    if (text.length >= Integer.BYTES) {
      // as far from the key as can be
      int probe = 2 * offset >= text.length - Integer.BYTES ? 0 : text.length - Integer.BYTES;
      entries[end + PROBE] = Words.four(text, probe);
      entries[end + PROBE_AT] = probe;
    }
    slots[slot] = ((long) key << Integer.SIZE) | end;
    end += WIDTH;
  }

  /// The first entry of a key, 0 when there is none.
  int first(int key) {
    int slot = (key * MULTIPLIER) >>> shift;
    while (true) {
      long found = slots[slot];
      if (found == 0 || (int) (found >>> Integer.SIZE) == key) {
        return (int) found;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
  }

  /// The next entry of the same key, 0 when there is none.
  int next(int entry) {
    return entries[entry];
  }

  int offset(int entry) {
    return entries[entry + OFFSET];
  }

  int length(int entry) {
    return entries[entry + LENGTH];
  }

  /// Hands over the text of an entry if four other bytes of it stand where they must. The text
  /// begins at `start`, where it fits.
  void offer(int entry, byte[] bytes, int start, Candidates found) {
    boolean probed =
        entries[entry + LENGTH] < Integer.BYTES
            || Words.four(bytes, start + entries[entry + PROBE_AT]) == entries[entry + PROBE];
    if (probed) {
      found.offer(entries[entry + TEXT], bytes, start);
    }
  }
}
