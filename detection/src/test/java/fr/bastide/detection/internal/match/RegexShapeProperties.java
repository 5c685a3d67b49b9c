package fr.bastide.detection.internal.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import fr.bastide.detection.CaseFolding;
import fr.bastide.detection.Seeds;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Whatever a random regular expression finds has one of the windows it is said to need.
class RegexShapeProperties {

  private static final int CASES = 200_000;
  private static final List<String> ATOMS =
      List.of(
          "a",
          "b",
          "K",
          "s",
          "é",
          "\\.",
          "\\\\",
          "\\d",
          "\\s",
          "\\w",
          "\\W",
          ".",
          "[ab]",
          "[^a]",
          "[a-c]",
          "[A-Z]",
          "[]a]",
          "[^]a]",
          "[a\\]b]",
          "[\\d.]",
          "[\\w-]",
          "[-a]",
          "[[:alpha:]]",
          "[é-ü]",
          "\\x61",
          "\\x{1F600}",
          "\\pL",
          "\\p{Lu}",
          "{",
          "}",
          "{a",
          "a{,2}",
          "]",
          "-",
          "^",
          "$",
          "\\b",
          "\\n",
          "[\\n\\t]",
          "1",
          " ",
          "\\/",
          "[+--]",
          "[\\x41-\\x43]");
  private static final List<String> QUANTIFIERS =
      List.of("", "", "", "", "*", "+", "?", "{2}", "{0}", "{1,}", "{2,3}", "{0,2}", "*?", "+?");
  private static final List<String> PIECES =
      List.of(
          "a", "b", "c", "k", "K", "\u212A", "s", "ſ", "S", "é", "É", ".", "\\", "1", "2", " ",
          "\n", "_", "-", "{", "}", "A", "B", "😀", "]", "/", "+", ",", "aa", "ab", "{a", "{,2}");

  private final SplittableRandom random = Seeds.random();
  private int groups;

  @Test
  void whatIsFoundHasAWindow() {
    int found = 0;
    int said = 0;
    for (int i = 0; i < CASES; i++) {
      String regex = alternatives(2);
      Optional<Pattern> pattern = compiled(regex);
      if (pattern.isEmpty()) {
        continue;
      }
      List<Window> windows = RegexShape.of(regex);
      said += windows.isEmpty() ? 0 : 1;
      String text = text();
      if (pattern.get().matcher(text).find()) {
        found++;
        assertThat(windows.isEmpty() || standsIn(windows, text))
            .as("seed %d: %s finds something in %s", Seeds.value(), regex, text)
            .isTrue();
      }
    }
    // nothing would be shown if nothing were found, or nothing known
    assertThat(found).isGreaterThan(CASES / 10);
    assertThat(said).isGreaterThan(CASES / 3);
  }

  /// Some of what is put together at random is no expression.
  private static Optional<Pattern> compiled(String regex) {
    try {
      return Optional.of(Pattern.compile(regex));
    } catch (PatternSyntaxException none) {
      return Optional.empty();
    }
  }

  private static boolean standsIn(List<Window> windows, String text) {
    byte[] bytes = Utf8.bytes(CaseFolding.fold(text));
    boolean scanned =
        !WindowScan.fits(windows) || WindowScan.of(windows).finds(bytes, 0, bytes.length);
    return scanned && windows.stream().anyMatch(window -> holdsText(window, bytes));
  }

  private static boolean holdsText(Window window, byte[] bytes) {
    List<String> texts = window.texts();
    return texts.isEmpty()
        || texts.stream().anyMatch(t -> Words.find(Utf8.bytes(t), bytes, 0, bytes.length) >= 0);
  }

  private String alternatives(int depth) {
    StringBuilder regex = new StringBuilder(sequence(depth));
    while (random.nextInt(5) == 0) {
      regex.append('|').append(sequence(depth));
    }
    return regex.toString();
  }

  private String sequence(int depth) {
    StringBuilder regex = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      boolean group = depth > 0 && random.nextInt(5) == 0;
      String item =
          group
              ? pick(List.of("(", "(?:", "(?i)(", "(?i:", "(?P<n" + groups++ + ">", "(?s-i:"))
                  + sequence(depth - 1)
                  + ")"
              : pick(ATOMS);
      boolean mark = item.equals("^") || item.equals("$") || item.equals("\\b");
      boolean counted = item.endsWith("}") && !item.equals("}");
      regex.append(item).append(mark || counted ? "" : pick(QUANTIFIERS));
    }
    return regex.toString();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(pick(PIECES));
    }
    return text.toString();
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
