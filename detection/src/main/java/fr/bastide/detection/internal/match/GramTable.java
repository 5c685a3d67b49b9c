package fr.bastide.detection.internal.match;

import java.util.List;

/// Texts that may stand anywhere in a value, found by four neighbouring bytes of each.
///
/// Of each text the four bytes are taken that are rarest in the rules. For each place of a value
/// one bit says whether its four bytes may be such; nearly always they are not, and since no place
/// waits for the one before, the processor looks at several at once. When every text is long
/// enough, several neighbouring groups of each are known, and as many places can be passed over.
final class GramTable {

  private static final int MULTIPLIER = 0x9E3779B1;
  private static final int GRAM = Rarity.GRAM;
  private static final int LONGEST_STEP = 4;

  /// How many bits there are for each group: fewer let too much through, more leave the first
  /// cache.
  private static final int PLACES = 64;

  private final KeyTable table;
  private final long[] seen;
  private final int shift;
  private final int step;

  GramTable(List<Integer> numbers, Texts texts, Rarity rarity) {
    this.step = step(numbers, texts);
    int grams = numbers.size() * step;
    int bits = Math.max(9, Integer.SIZE - Integer.numberOfLeadingZeros(PLACES * grams - 1));
    this.shift = Integer.SIZE - bits;
    this.seen = new long[1 << (bits - 6)];
    this.table = new KeyTable(grams);
    for (int number : numbers) {
      byte[] text = texts.bytes(number);
      int best = best(text, step, rarity);
      for (int at = best; at < best + step; at++) {
        int gram = Words.four(text, at);
        int bit = (gram * MULTIPLIER) >>> shift;
        seen[bit >>> 6] |= 1L << bit;
        table.add(gram, number, at, text);
      }
    }
  }

  /// Offers every text of this value.
  void scan(byte[] bytes, int from, int to, Candidates found) {
    if (step == LONGEST_STEP) {
      scanByFour(bytes, from, to, found);
    } else {
      scanEach(bytes, from, to, found);
    }
  }

  private void scanEach(byte[] bytes, int from, int to, Candidates found) {
    int end = to - GRAM + 1;
    for (int at = from; at < end; at++) {
      int gram = Words.four(bytes, at);
      int bit = (gram * MULTIPLIER) >>> shift;
      if ((seen[bit >>> 6] & (1L << bit)) != 0) {
        offer(gram, bytes, at, from, to, found);
      }
    }
  }

  private void scanByFour(byte[] bytes, int from, int to, Candidates found) {
    int end = to - GRAM + 1;
    for (int at = from; at < end; at += LONGEST_STEP) {
      int gram = Words.four(bytes, at);
      int bit = (gram * MULTIPLIER) >>> shift;
      if ((seen[bit >>> 6] & (1L << bit)) != 0) {
        offer(gram, bytes, at, from, to, found);
      }
    }
  }

  private void offer(int gram, byte[] bytes, int at, int from, int to, Candidates found) {
    for (int entry = table.first(gram); entry != 0; entry = table.next(entry)) {
      int start = at - table.offset(entry);
      if (start >= from && start + table.length(entry) <= to) {
        table.offer(entry, bytes, start, found);
      }
    }
  }

  /// How many places can be passed over each time: as many as each text has neighbouring groups.
  static int step(List<Integer> numbers, Texts texts) {
    int shortest = Integer.MAX_VALUE;
    for (int number : numbers) {
      shortest = Math.min(shortest, texts.bytes(number).length);
    }
    return shortest - GRAM + 1 < LONGEST_STEP ? 1 : LONGEST_STEP;
  }

  /// Where the rarest so many neighbouring groups of a text begin.
  static int best(byte[] text, int step, Rarity rarity) {
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int from = 0; from + step + GRAM - 1 <= text.length; from++) {
      long sum = 0;
      for (int at = from; at < from + step; at++) {
        sum += rarity.count(Words.four(text, at));
      }
      if (sum < least) {
        least = sum;
        best = from;
      }
    }
    return best;
  }
}
