package fr.bastide.detection.internal.rule;

import fr.bastide.detection.TextPattern;
import java.util.ArrayList;
import java.util.List;

/// The five characters that Windows programs take for the dash of an option, each for each other.
///
/// A dash counts where an option begins: before a letter or digit and not after one, so that the
/// hyphen of a word and the slash of a path stay what they are.
final class Windash {

  static final String DASHES = "-/–—―";

  private static final int MOST = 625;

  private Windash() {}

  /// The pattern with every combination of dashes.
  static List<TextPattern> variants(TextPattern pattern, int line) throws Refused {
    List<PatternBuilder> builders = new ArrayList<>(List.of(new PatternBuilder()));
    for (TextPattern.Part part : pattern.parts()) {
      if (!(part instanceof TextPattern.Literal(String text))) {
        builders.forEach(builder -> builder.wildcard(part));
        continue;
      }
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (option(text, i)) {
          builders = fork(builders, line);
        } else {
          builders.forEach(builder -> builder.text(c));
        }
      }
    }
    return builders.stream().map(PatternBuilder::build).toList();
  }

  private static boolean option(String text, int i) {
    return DASHES.indexOf(text.charAt(i)) >= 0
        && i + 1 < text.length()
        && word(text.charAt(i + 1))
        && (i == 0 || !word(text.charAt(i - 1)));
  }

  private static boolean word(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static List<PatternBuilder> fork(List<PatternBuilder> builders, int line) throws Refused {
    if (builders.size() * DASHES.length() > MOST) {
      throw new Refused(
          line,
          "Plus de quatre options dans une valeur «\u00a0windash\u00a0»\u00a0: "
              + "répartissez-les en plusieurs valeurs avec «\u00a0|all\u00a0».",
          "More than four options in one 'windash' value: spread them over several values with "
              + "'|all'.");
    }
    List<PatternBuilder> forked = new ArrayList<>();
    for (PatternBuilder builder : builders) {
      for (int d = 0; d < DASHES.length(); d++) {
        forked.add(new PatternBuilder().all(builder.build()).text(DASHES.charAt(d)));
      }
    }
    return forked;
  }
}
