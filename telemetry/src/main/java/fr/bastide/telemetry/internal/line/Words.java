package fr.bastide.telemetry.internal.line;

import java.util.Arrays;
import java.util.Map;

/// A fixed set of words, each with a number that is not negative, found by their bytes.
public final class Words {

  private static final byte[] NONE = {};

  private final byte[][] words;
  private final int[] numbers;
  private final int mask;

  /// These words with these numbers.
  public Words(Map<String, Integer> known) {
    int size = Integer.highestOneBit(Math.max(4, known.size()) * 4);
    mask = size - 1;
    words = new byte[size][];
    numbers = new int[size];
    Arrays.fill(words, NONE);
    known.forEach(this::put);
  }

  /// The number of the word in this slice; -1 when it is none of the set.
  public int number(byte[] b, int from, int to) {
    int slot = slot(b, from, to);
    return words[slot].length == 0 ? -1 : numbers[slot];
  }

  private void put(String word, int number) {
    byte[] bytes = Scan.bytes(word);
    int slot = slot(bytes, 0, bytes.length);
    words[slot] = bytes;
    numbers[slot] = number;
  }

  private int slot(byte[] b, int from, int to) {
    int hash = 17;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + b[i];
    }
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (words[slot].length != 0
        && !Arrays.equals(words[slot], 0, words[slot].length, b, from, to)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
