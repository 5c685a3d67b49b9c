package fr.bastide.detection.internal.match;

import fr.bastide.detection.Matcher;
import fr.bastide.detection.Matcher.Position;
import fr.bastide.detection.TextPattern;
import java.util.ArrayList;
import java.util.List;

/// Folded texts of which at least one stands in every value that a matcher accepts.
final class RequiredTexts {

  private RequiredTexts() {}

  /// The texts, with the place where they stand; empty when nothing is known.
  static List<LiteralTest> of(Matcher matcher, ValueTest test) {
    if (test instanceof LiteralTest literal) {
      return literal.literal().length() == 0 && literal.position() != Position.WHOLE
          ? List.of()
          : List.of(literal);
    }
    if (test instanceof RegexTest regex) {
      return texts(regex.windows());
    }
    return matcher instanceof Matcher.Like(TextPattern pattern, boolean _)
        ? longest(pattern)
        : List.of();
  }

  private static List<LiteralTest> texts(List<Window> windows) {
    List<LiteralTest> texts = new ArrayList<>();
    for (Window window : windows) {
      List<String> some = window.texts();
      if (some.isEmpty()) {
        return List.of();
      }
      for (String text : some) {
        texts.add(LiteralTest.of(Position.ANYWHERE, text));
      }
    }
    return texts;
  }

  private static List<LiteralTest> longest(TextPattern pattern) {
    String longest = "";
    int best = -1;
    List<TextPattern.Part> parts = pattern.parts();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof TextPattern.Literal(String text)
          && text.length() > longest.length()) {
        longest = text;
        best = i;
      }
    }
    if (best < 0) {
      return List.of();
    }
    boolean start = best == 0;
    boolean end = best == parts.size() - 1;
    Position position =
        start && end
            ? Position.WHOLE
            : start ? Position.START : end ? Position.END : Position.ANYWHERE;
    return List.of(LiteralTest.of(position, longest));
  }
}
