package fr.bastide.detection.internal.match;

import com.google.re2j.Pattern;
import fr.bastide.detection.Matcher;
import fr.bastide.detection.Matcher.Position;
import fr.bastide.detection.TextPattern;
import fr.bastide.detection.TextPattern.AnyRun;
import fr.bastide.detection.TextPattern.Part;
import java.util.List;

/// Finds the cheapest test that says what a matcher says.
final class ValueTests {

  private ValueTests() {}

  /// The test for a matcher that looks at one value.
  static ValueTest of(Matcher matcher, Fields fields) {
    return switch (matcher) {
      case Matcher.Like(TextPattern pattern, boolean cased) ->
          cased ? GlobTest.of(pattern, true) : folded(pattern);
      case Matcher.Regex(Pattern pattern) -> new RegexTest(pattern);
      case Matcher.OtherField(String other, Position position, boolean cased) ->
          new OtherTest(fields.ask(other), position, cased);
      default -> TextTest.of(matcher);
    };
  }

  private static ValueTest folded(TextPattern pattern) {
    List<Part> parts = pattern.parts();
    if (parts.isEmpty()) {
      return LiteralTest.of(Position.WHOLE, "");
    }
    int first = parts.getFirst() instanceof AnyRun ? 1 : 0;
    int last = parts.getLast() instanceof AnyRun ? parts.size() - 1 : parts.size();
    if (last - first == 1 && parts.get(first) instanceof TextPattern.Literal(String text)) {
      boolean before = first == 1;
      boolean after = last < parts.size();
      Position position =
          before
              ? after ? Position.ANYWHERE : Position.END
              : after ? Position.START : Position.WHOLE;
      return LiteralTest.of(position, text);
    }
    return GlobTest.of(pattern, false);
  }
}
