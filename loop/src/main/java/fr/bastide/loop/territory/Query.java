package fr.bastide.loop.territory;

import fr.bastide.loop.territory.NameIndex.Match;
import java.util.Comparator;

/// One key typed, made ready to be held against every key of a [NameIndex].
final class Query {

  /// What [#match] gives when a name does not fit at all.
  static final int NONE = Match.values().length;

  /// Shorter words are taken as typed: with one letter changed they would fit anything.
  private static final int SHORTEST_WITH_TYPO = 4;

  private final String key;
  private final String joined;
  private final String[] words;
  private final long letters;

  Query(SearchKey typed) {
    key = typed.value();
    joined = key.replace(" ", "");
    // Longest first: a shorter word that begins the same names then takes what is left.
    words =
        typed.words().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toArray(String[]::new);
    letters = Letters.set(key);
  }

  /// Whether a key of these letters is worth a [#match]: it has all those typed, or lacks one at
  /// most when a typing error is allowed.
  boolean mayMatch(long set, boolean typo) {
    long missing = letters & ~set;
    return missing == 0 || typo && (missing & missing - 1) == 0;
  }

  /// The ordinal of the [Match] of the key at `text[from..to)`, or [#NONE].
  ///
  /// @param typo look for one typing error only, instead of for anything better
  int match(char[] text, int from, int to, boolean typo) {
    if (typo) {
      return fits(text, from, to, 1) ? Match.ONE_TYPO.ordinal() : NONE;
    }
    if (begins(key, text, from, to)) {
      return (to - from == key.length() ? Match.EXACT : Match.PREFIX).ordinal();
    }
    if (fits(text, from, to, 0)) {
      return Match.WORDS.ordinal();
    }
    return joins(text, from, to) ? Match.JOINED.ordinal() : NONE;
  }

  private static boolean begins(String word, char[] text, int from, int to) {
    return begins(word, 0, text, from, to);
  }

  /// Whether `word`, from its letter `at` on, begins `text[from..to)`.
  private static boolean begins(String word, int at, char[] text, int from, int to) {
    if (word.length() - at > to - from) {
      return false;
    }
    for (int i = at; i < word.length(); i++) {
      if (word.charAt(i) != text[from + i - at]) {
        return false;
      }
    }
    return true;
  }

  /// Whether each word typed begins a word of its own in the key, with so many typing errors at
  /// most over all.
  private boolean fits(char[] text, int from, int to, int errors) {
    long taken = 0;
    int left = errors;
    for (String word : words) {
      int exact = wordBegunBy(word, text, from, to, taken, false);
      int near =
          exact < 0 && left > 0 && word.length() >= SHORTEST_WITH_TYPO
              ? wordBegunBy(word, text, from, to, taken, true)
              : exact;
      if (near < 0) {
        return false;
      }
      left -= near == exact ? 0 : 1;
      taken |= 1L << near;
    }
    return true;
  }

  /// The number of the first word not yet taken that begins with `word`, or -1. Only the first 63
  /// words of a name count.
  private static int wordBegunBy(
      String word, char[] text, int from, int to, long taken, boolean typo) {
    int number = 0;
    for (int at = from; at < to && number < 63; number++) {
      int end = at;
      while (end < to && text[end] != ' ') {
        end++;
      }
      boolean free = (taken & 1L << number) == 0;
      if (free && (typo ? nearlyBegins(word, text, at, end) : begins(word, text, at, end))) {
        return number;
      }
      at = end + 1;
    }
    return -1;
  }

  /// Whether `word` begins `text[from..to)` once one letter is changed, added, left out, or two
  /// neighbours are exchanged (Damerau's four errors), at the first place where they differ.
  private static boolean nearlyBegins(String word, char[] text, int from, int to) {
    int i = 0;
    while (i < word.length() && from + i < to && word.charAt(i) == text[from + i]) {
      i++;
    }
    int at = from + i;
    return begins(word, Math.min(i + 1, word.length()), text, Math.min(at + 1, to), to)
        || begins(word, Math.min(i + 1, word.length()), text, at, to)
        || begins(word, i, text, Math.min(at + 1, to), to)
        || exchanged(word, i, text, at, to);
  }

  private static boolean exchanged(String word, int i, char[] text, int at, int to) {
    return i + 1 < word.length()
        && at + 1 < to
        && word.charAt(i) == text[at + 1]
        && word.charAt(i + 1) == text[at]
        && begins(word, i + 2, text, at + 2, to);
  }

  /// Whether the query without its spaces begins the key, or a word in it, without its spaces.
  private boolean joins(char[] text, int from, int to) {
    for (int at = from; at < to; at++) {
      if ((at == from || text[at - 1] == ' ') && joinsAt(text, at, to)) {
        return true;
      }
    }
    return false;
  }

  private boolean joinsAt(char[] text, int from, int to) {
    int matched = 0;
    for (int at = from; at < to && matched < joined.length(); at++) {
      if (text[at] != ' ') {
        if (text[at] != joined.charAt(matched)) {
          return false;
        }
        matched++;
      }
    }
    return matched == joined.length();
  }
}
