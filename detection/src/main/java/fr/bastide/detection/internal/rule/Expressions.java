package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Expression;
import fr.bastide.detection.Matcher;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What can be said of an expression without an event.
final class Expressions {

  private Expressions() {}

  /// How many leaves it has.
  static int leaves(Expression expression) {
    return switch (expression) {
      case Expression.All(List<Expression> parts) -> sum(parts);
      case Expression.Any(List<Expression> parts) -> sum(parts);
      case Expression.AtLeast(int _, List<Expression> parts) -> sum(parts);
      case Expression.Not(Expression part) -> leaves(part);
      case Expression.Named(String _, Expression part) -> leaves(part);
      case Expression.Field _, Expression.Keyword _ -> 1;
    };
  }

  private static int sum(List<Expression> parts) {
    int sum = 0;
    for (Expression part : parts) {
      sum += leaves(part);
    }
    return sum;
  }

  /// Every field name it asks for, sorted.
  static List<String> asked(Expression expression) {
    SortedSet<String> names = new TreeSet<>();
    collect(expression, names);
    return List.copyOf(names);
  }

  private static void collect(Expression expression, SortedSet<String> names) {
    switch (expression) {
      case Expression.All(List<Expression> parts) -> parts.forEach(part -> collect(part, names));
      case Expression.Any(List<Expression> parts) -> parts.forEach(part -> collect(part, names));
      case Expression.AtLeast(int _, List<Expression> parts) ->
          parts.forEach(part -> collect(part, names));
      case Expression.Not(Expression part) -> collect(part, names);
      case Expression.Named(String _, Expression part) -> collect(part, names);
      case Expression.Field(String field, Matcher matcher) -> {
        names.add(field);
        if (matcher instanceof Matcher.OtherField other) {
          names.add(other.field());
        }
      }
      case Expression.Keyword _ -> {
        // Asks for no field of its own.
      }
    }
  }

  /// Whether it only says what must not be: every leaf stands under an odd number of negations.
  static boolean onlyNegative(Expression expression, boolean negated) {
    return switch (expression) {
      case Expression.All(List<Expression> parts) -> negative(parts, negated);
      case Expression.Any(List<Expression> parts) -> negative(parts, negated);
      case Expression.AtLeast(int _, List<Expression> parts) -> negative(parts, negated);
      case Expression.Not(Expression part) -> onlyNegative(part, !negated);
      case Expression.Named _, Expression.Field _, Expression.Keyword _ -> negated;
    };
  }

  private static boolean negative(List<Expression> parts, boolean negated) {
    return parts.stream().allMatch(part -> onlyNegative(part, negated));
  }
}
