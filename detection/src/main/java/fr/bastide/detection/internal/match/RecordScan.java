package fr.bastide.detection.internal.match;

import java.util.List;

/// Says of most records that none of some texts stands in them, without folding them.
///
/// The bytes are taken as they are but for one bit, which makes letters small and does to other
/// characters what is done to those of the texts as well.
final class RecordScan {

  private static final int SMALL = 0x20202020;
  private static final int BEYOND_ASCII = 0x80808080;
  private static final int MULTIPLIER = 0x9E3779B1;
  private static final int GRAM = Rarity.GRAM;
  private static final int PLACES = 64;

  private final long[] seen;
  private final int shift;
  private final int step;
  private final KeyTable keys;

  /// @param numbers of texts in ASCII, none shorter than four bytes
  RecordScan(List<Integer> numbers, Texts texts, Rarity rarity) {
    this.step = GramTable.step(numbers, texts);
    int grams = numbers.size() * step;
    int bits = Math.max(9, Integer.SIZE - Integer.numberOfLeadingZeros(PLACES * grams - 1));
    this.shift = Integer.SIZE - bits;
    this.seen = new long[1 << (bits - 6)];
    this.keys = new KeyTable(grams);
    for (int number : numbers) {
      byte[] text = texts.bytes(number);
      int best = GramTable.best(text, step, rarity);
      for (int at = best; at < best + step; at++) {
        int gram = Words.four(text, at) | SMALL;
        int bit = (gram * MULTIPLIER) >>> shift;
        seen[bit >>> 6] |= 1L << bit;
        keys.add(gram, number, at, text);
      }
    }
  }

  /// Whether these bytes are ASCII and surely hold none of the texts.
  boolean rulesOut(byte[] bytes, int from, int to) {
    int all = 0;
    int at = from;
    for (; at <= to - GRAM; at += step) {
      int gram = Words.four(bytes, at) | SMALL;
      all |= gram;
      int bit = (gram * MULTIPLIER) >>> shift;
      if ((seen[bit >>> 6] & (1L << bit)) != 0 && keys.first(gram) != 0) {
        return false;
      }
    }
    for (int rest = Math.max(from, to - GRAM); rest < to; rest++) {
      all |= bytes[rest];
    }
    return (all & BEYOND_ASCII) == 0;
  }
}
