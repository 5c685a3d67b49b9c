package fr.bastide.detection.internal.match;

import java.util.ArrayList;
import java.util.List;

/// Neighbouring characters, each one of a set, that stand somewhere in every folded value that a
/// regular expression accepts.
record Window(List<AsciiSet> sets) {

  /// How many characters a window has at most.
  static final int LONGEST = 64;

  private static final int MOST_TEXTS = 8;

  Window {
    sets = List.copyOf(sets);
  }

  /// How much it says, in bits.
  double bits() {
    double bits = 0;
    for (AsciiSet set : sets) {
      bits += 7 - Math.log(Math.max(1, set.size())) / Math.log(2);
    }
    return bits;
  }

  /// The texts that the best part can be that is only a few texts: long, and few. Empty when there
  /// is no such part.
  List<String> texts() {
    int bestFrom = 0;
    int bestTo = 0;
    double best = 0;
    for (int from = 0; from < sets.size(); from++) {
      int product = 1;
      for (int to = from; to < sets.size(); to++) {
        product *= sets.get(to).size();
        if (product > MOST_TEXTS) {
          break;
        }
        double worth = to + 1 - from - Math.log(product);
        if (worth > best) {
          best = worth;
          bestFrom = from;
          bestTo = to + 1;
        }
      }
    }
    return best > 0 ? texts(bestFrom, bestTo) : List.of();
  }

  private List<String> texts(int from, int to) {
    List<String> texts = List.of("");
    for (AsciiSet set : sets.subList(from, to)) {
      List<String> longer = new ArrayList<>();
      for (String text : texts) {
        for (int c = 0; c < 128; c++) {
          if (set.holds(c)) {
            longer.add(text + (char) c);
          }
        }
      }
      texts = longer;
    }
    return texts;
  }
}
