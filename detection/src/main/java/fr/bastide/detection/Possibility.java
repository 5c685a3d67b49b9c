package fr.bastide.detection;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/// Whether an expression can hold for any event of a kind that was seen. Errs on the side of yes.
final class Possibility {

  private static final String EVENT_ID = "EventID";

  private final SourceInventory.Seen seen;

  Possibility(SourceInventory.Seen seen) {
    this.seen = seen;
  }

  /// For events without any field.
  static Possibility ofNothing() {
    return new Possibility(new SourceInventory.Seen(List.of(), 0, Set.of(), Set.of(), true));
  }

  boolean canHold(Expression expression) {
    return switch (expression) {
      case Expression.All(List<Expression> parts) -> parts.stream().allMatch(this::canHold);
      case Expression.Any(List<Expression> parts) -> parts.stream().anyMatch(this::canHold);
      case Expression.AtLeast(int least, List<Expression> parts) ->
          parts.stream().filter(this::canHold).count() >= least;
      case Expression.Not(Expression part) -> canFail(part);
      case Expression.Named(String _, Expression part) -> canHold(part);
      case Expression.Field(String field, Matcher matcher) -> canHold(field, matcher);
      case Expression.Keyword _ -> true;
    };
  }

  private boolean canFail(Expression expression) {
    return switch (expression) {
      case Expression.All(List<Expression> parts) -> parts.stream().anyMatch(this::canFail);
      case Expression.Any(List<Expression> parts) -> parts.stream().allMatch(this::canFail);
      case Expression.AtLeast(int least, List<Expression> parts) ->
          parts.stream().filter(part -> !canFail(part)).count() < least;
      case Expression.Not(Expression part) -> canHold(part);
      case Expression.Named(String _, Expression part) -> canFail(part);
      case Expression.Field(String field, Matcher matcher) ->
          !asksForAbsence(matcher) || mayStand(field);
      case Expression.Keyword _ -> true;
    };
  }

  private boolean canHold(String field, Matcher matcher) {
    if (asksForAbsence(matcher)) {
      return true;
    }
    if (!mayStand(field)) {
      return false;
    }
    if (matcher instanceof Matcher.OtherField other) {
      return mayStand(other.field());
    }
    String id = eventId(field, matcher);
    return id.isEmpty() || !seen.complete() || seen.eventIds().contains(id);
  }

  private boolean mayStand(String field) {
    return !seen.complete() || seen.fields().contains(field);
  }

  private static boolean asksForAbsence(Matcher matcher) {
    return matcher instanceof Matcher.Null
        || (matcher instanceof Matcher.Exists exists && !exists.expected());
  }

  private static String eventId(String field, Matcher matcher) {
    return field.equals(EVENT_ID)
            && matcher instanceof Matcher.Like like
            && like.pattern().literal()
            && !like.pattern().parts().isEmpty()
        ? like.pattern().toString()
        : "";
  }

  /// Collects what keeps an expression from holding.
  void missing(Expression expression, SortedSet<String> fields, SortedSet<String> ids) {
    if (canHold(expression)) {
      return;
    }
    switch (expression) {
      case Expression.All(List<Expression> parts) -> parts.forEach(p -> missing(p, fields, ids));
      case Expression.Any(List<Expression> parts) -> parts.forEach(p -> missing(p, fields, ids));
      case Expression.AtLeast(int _, List<Expression> parts) ->
          parts.forEach(p -> missing(p, fields, ids));
      case Expression.Named(String _, Expression part) -> missing(part, fields, ids);
      case Expression.Field(String field, Matcher matcher) -> {
        String id = eventId(field, matcher);
        if (!id.isEmpty()) {
          ids.add(id);
        } else {
          fields.add(field);
          if (matcher instanceof Matcher.OtherField other && !mayStand(other.field())) {
            fields.add(other.field());
          }
        }
      }
      case Expression.Not _, Expression.Keyword _ -> {
        // Nothing in particular is missing.
      }
    }
  }
}
