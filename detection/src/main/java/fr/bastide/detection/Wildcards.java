package fr.bastide.detection;

import java.util.stream.IntStream;

/// Matches a pattern against a text, code point by code point, without ever going back further than
/// the last `*`: at worst the product of both lengths.
final class Wildcards {

  private static final int ANY_RUN = -1;
  private static final int ANY_ONE = -2;

  private Wildcards() {}

  /// Whether the whole text fits the pattern.
  static boolean match(TextPattern pattern, boolean cased, String text) {
    int[] wanted = pattern.parts().stream().flatMapToInt(part -> symbols(part, cased)).toArray();
    int[] found = points(text, cased).toArray();
    int w = 0;
    int f = 0;
    int run = -1;
    int resume = 0;
    while (f < found.length) {
      if (w < wanted.length && wanted[w] == ANY_RUN) {
        run = w++;
        resume = f;
      } else if (w < wanted.length && (wanted[w] == ANY_ONE || wanted[w] == found[f])) {
        w++;
        f++;
      } else if (run >= 0) {
        w = run + 1;
        f = ++resume;
      } else {
        return false;
      }
    }
    while (w < wanted.length && wanted[w] == ANY_RUN) {
      w++;
    }
    return w == wanted.length;
  }

  private static IntStream symbols(TextPattern.Part part, boolean cased) {
    return switch (part) {
      case TextPattern.AnyRun() -> IntStream.of(ANY_RUN);
      case TextPattern.AnyOne() -> IntStream.of(ANY_ONE);
      case TextPattern.Literal(String text) -> points(text, cased);
    };
  }

  private static IntStream points(String text, boolean cased) {
    return cased ? text.codePoints() : text.codePoints().map(CaseFolding::fold);
  }
}
