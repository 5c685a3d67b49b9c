package fr.bastide.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Wildcards against the plainest matcher there is, on random patterns and texts.
class WildcardsProperties {

  private static final String ALPHABET = "aAbBéÉ😀ß*?";

  @Test
  void theSameAsTheNaiveMatcher() {
    SplittableRandom random = Seeds.random();
    for (int i = 0; i < 20_000; i++) {
      TextPattern pattern = pattern(random);
      String text = text(random, 8);
      boolean cased = random.nextBoolean();

      assertThat(Wildcards.match(pattern, cased, text))
          .as("seed %d: %s on %s, cased %s", Seeds.value(), pattern, text, cased)
          .isEqualTo(naive(pattern.parts(), 0, text, cased));
    }
  }

  @Test
  @Timeout(20)
  void manyRunsDoNotExplode() {
    List<TextPattern.Part> parts = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      parts.add(new TextPattern.AnyRun());
      parts.add(new TextPattern.Literal("a"));
    }
    parts.add(new TextPattern.Literal("b"));

    assertThat(Wildcards.match(new TextPattern(parts), false, "a".repeat(20_000))).isFalse();
  }

  private static TextPattern pattern(SplittableRandom random) {
    List<TextPattern.Part> parts = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      switch (random.nextInt(3)) {
        case 0 -> parts.add(new TextPattern.AnyRun());
        case 1 -> parts.add(new TextPattern.AnyOne());
        default -> parts.add(new TextPattern.Literal(text(random, 2) + "a"));
      }
    }
    return new TextPattern(parts);
  }

  private static String text(SplittableRandom random, int most) {
    int[] points = ALPHABET.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  private static boolean naive(List<TextPattern.Part> parts, int at, String text, boolean cased) {
    if (parts.isEmpty()) {
      return at == text.length();
    }
    List<TextPattern.Part> rest = parts.subList(1, parts.size());
    return switch (parts.getFirst()) {
      case TextPattern.AnyRun() -> {
        boolean found = false;
        for (int i = at;
            i <= text.length();
            i = i < text.length() ? text.offsetByCodePoints(i, 1) : i + 1) {
          found |= naive(rest, i, text, cased);
        }
        yield found;
      }
      case TextPattern.AnyOne() ->
          at < text.length() && naive(rest, text.offsetByCodePoints(at, 1), text, cased);
      case TextPattern.Literal(String literal) ->
          text.regionMatches(!cased, at, literal, 0, literal.length())
              && naive(rest, at + literal.length(), text, cased);
    };
  }
}
