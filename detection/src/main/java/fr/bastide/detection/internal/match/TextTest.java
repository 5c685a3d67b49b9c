package fr.bastide.detection.internal.match;

import fr.bastide.detection.Matcher;
import fr.bastide.detection.internal.rule.Addresses;
import fr.bastide.detection.internal.rule.DateParts;
import fr.bastide.detection.internal.rule.Decimals;
import java.util.OptionalInt;

/// A test on the value as text, for what is rare: found out only for events that have already shown
/// the rule's witness.
sealed interface TextTest extends ValueTest {

  /// The test for a matcher that reads the value as text.
  static TextTest of(Matcher matcher) {
    return switch (matcher) {
      case Matcher.Cidr cidr -> new Within(cidr);
      case Matcher.Compare compare -> new InOrder(compare);
      case Matcher.TimePart part -> new InTime(part);
      default -> throw new IllegalArgumentException(matcher.toString());
    };
  }

  /// Whether this text is what is wanted.
  boolean holds(String text);

  @Override
  default boolean holds(Values values, int i) {
    return holds(values.text(i));
  }

  /// An address within a network.
  record Within(Matcher.Cidr cidr) implements TextTest {
    @Override
    public boolean holds(String text) {
      return Addresses.parse(text).filter(address -> Addresses.within(address, cidr)).isPresent();
    }

    @Override
    public int cost() {
      return 10;
    }
  }

  /// A number compared with a number.
  record InOrder(Matcher.Compare compare) implements TextTest {
    @Override
    public boolean holds(String text) {
      return Decimals.parse(text)
          .filter(number -> stands(number.compareTo(compare.number()), compare.comparison()))
          .isPresent();
    }

    @Override
    public int cost() {
      return 8;
    }
  }

  /// A part of an instant compared with a number.
  record InTime(Matcher.TimePart part) implements TextTest {
    @Override
    public boolean holds(String text) {
      OptionalInt found = DateParts.part(text, part.unit());
      return found.isPresent()
          && stands(Integer.compare(found.getAsInt(), part.number()), part.comparison());
    }

    @Override
    public int cost() {
      return 15;
    }
  }

  private static boolean stands(int order, Matcher.Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> order == 0;
      case UNEQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case MORE -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }
}
