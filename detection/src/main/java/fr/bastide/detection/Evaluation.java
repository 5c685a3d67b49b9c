package fr.bastide.detection;

import fr.bastide.detection.internal.rule.Addresses;
import fr.bastide.detection.internal.rule.DateParts;
import fr.bastide.detection.internal.rule.Decimals;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.ValueKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Evaluates one rule on one event, straight from its expression: the meaning of rules, against
/// which anything faster is tested.
public final class Evaluation {

  private Evaluation() {}

  /// Whether the event comes from where the rule looks, and its condition holds.
  public static boolean matches(Rule rule, Event event) {
    return event.origin().feeds(rule.logsource()) && holds(rule.condition(), event);
  }

  /// Whether an expression holds for an event, wherever it comes from.
  public static boolean holds(Expression expression, Event event) {
    return switch (expression) {
      case Expression.All(List<Expression> parts) ->
          parts.stream().allMatch(part -> holds(part, event));
      case Expression.Any(List<Expression> parts) ->
          parts.stream().anyMatch(part -> holds(part, event));
      case Expression.AtLeast(int least, List<Expression> parts) ->
          parts.stream().filter(part -> holds(part, event)).limit(least).count() >= least;
      case Expression.Not(Expression part) -> !holds(part, event);
      case Expression.Named(String _, Expression part) -> holds(part, event);
      case Expression.Field(String field, Matcher matcher) -> field(field, matcher, event);
      case Expression.Keyword(Matcher matcher) -> keyword(matcher, event);
    };
  }

  private static boolean field(String field, Matcher matcher, Event event) {
    return switch (matcher) {
      case Matcher.Exists(boolean expected) -> (position(field, event) >= 0) == expected;
      case Matcher.Null() -> position(field, event) < 0 || hasNull(field, event);
      default -> texts(field, event).stream().anyMatch(value -> value(matcher, value, event));
    };
  }

  private static boolean keyword(Matcher matcher, Event event) {
    Predicate<String> fits = text -> value(matcher, text, event);
    for (int i = 0; i < event.size(); i++) {
      if (event.kind(i) != ValueKind.NULL && fits.test(event.text(i))) {
        return true;
      }
    }
    return fits.test(new String(event.record(), StandardCharsets.UTF_8));
  }

  private static boolean value(Matcher matcher, String value, Event event) {
    return switch (matcher) {
      case Matcher.Like(TextPattern pattern, boolean cased) ->
          Wildcards.match(pattern, cased, value);
      case Matcher.Regex(var pattern) -> pattern.matcher(value).find();
      case Matcher.Cidr cidr ->
          Addresses.parse(value).filter(address -> Addresses.within(address, cidr)).isPresent();
      case Matcher.Compare(var comparison, var number) ->
          Decimals.parse(value)
              .filter(found -> compares(found.compareTo(number), comparison))
              .isPresent();
      case Matcher.OtherField other ->
          texts(other.field(), event).stream().anyMatch(text -> stands(text, value, other));
      case Matcher.TimePart(var unit, var comparison, int number) -> {
        var part = DateParts.part(value, unit);
        yield part.isPresent() && compares(Integer.compare(part.getAsInt(), number), comparison);
      }
      case Matcher.Exists _, Matcher.Null _ -> false;
    };
  }

  private static boolean compares(int order, Matcher.Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> order == 0;
      case UNEQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case MORE -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }

  private static boolean stands(String part, String whole, Matcher.OtherField other) {
    TextPattern exact = TextPattern.exactly(part);
    TextPattern wanted =
        switch (other.position()) {
          case WHOLE -> exact;
          case START -> exact.startingHere();
          case END -> exact.endingHere();
          case ANYWHERE -> exact.anywhere();
        };
    return Wildcards.match(wanted, other.cased(), whole);
  }

  /// Where the field is first; what has no name of its own is never it.
  private static int position(String field, Event event) {
    int id = event.names().asked(field);
    return id == FieldNames.UNNAMED ? -1 : event.find(id, 0);
  }

  private static boolean hasNull(String field, Event event) {
    int id = event.names().asked(field);
    for (int i = position(field, event); i >= 0; i = event.find(id, i + 1)) {
      if (event.kind(i) == ValueKind.NULL) {
        return true;
      }
    }
    return false;
  }

  /// The values of a field as text, without those that are null.
  static List<String> texts(String field, Event event) {
    List<String> texts = new ArrayList<>();
    int id = event.names().asked(field);
    for (int i = position(field, event); i >= 0; i = event.find(id, i + 1)) {
      if (event.kind(i) != ValueKind.NULL) {
        texts.add(event.text(i));
      }
    }
    return texts;
  }
}
