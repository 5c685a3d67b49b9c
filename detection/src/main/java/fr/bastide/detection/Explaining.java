package fr.bastide.detection;

import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Event;
import java.util.List;

/// Builds the explanation of a rule on one event.
final class Explaining {

  private static final int MOST_VALUES = 3;
  private static final int MOST_CHARS = 160;

  private final Event event;

  Explaining(Event event) {
    this.event = event;
  }

  Explanation rule(Rule rule) {
    boolean fed = event.origin().feeds(rule.logsource());
    Explanation source =
        new Explanation(
            fed,
            new Text(
                "journaux attendus\u00a0: "
                    + rule.logsource()
                    + "\u202f; l’événement vient de\u00a0: "
                    + event.origin(),
                "logs wanted: " + rule.logsource() + "; the event comes from: " + event.origin()),
            "",
            List.of(),
            List.of());
    Explanation condition = explain(rule.condition());
    String title = rule.info().title();
    return new Explanation(
        fed && condition.holds(),
        new Text("règle «\u00a0" + title + "\u00a0»", "rule '" + title + "'"),
        "",
        List.of(),
        List.of(source, condition));
  }

  /// Recursion is as deep as the rule is, which its reader bounds.
  private Explanation explain(Expression expression) {
    return switch (expression) {
      case Expression.All(List<Expression> parts) ->
          inner(expression, new Text("tout ceci", "all of this"), parts);
      case Expression.Any(List<Expression> parts) ->
          inner(expression, new Text("au moins un de ceux-ci", "at least one of these"), parts);
      case Expression.AtLeast(int least, List<Expression> parts) ->
          inner(
              expression,
              new Text("au moins " + least + " de ceux-ci", "at least " + least + " of these"),
              parts);
      case Expression.Not(Expression part) ->
          inner(expression, new Text("pas ceci", "not this"), List.of(part));
      case Expression.Named(String name, Expression part) ->
          inner(
              expression,
              new Text("sélection «\u00a0" + name + "\u00a0»", "selection '" + name + "'"),
              List.of(part));
      case Expression.Field(String field, Matcher matcher) -> {
        Text wanted = MatcherWords.say(matcher);
        yield new Explanation(
            Evaluation.holds(expression, event),
            new Text(field + " " + wanted.fr(), field + " " + wanted.en()),
            field,
            Evaluation.texts(field, event).stream()
                .limit(MOST_VALUES)
                .map(Explaining::shorten)
                .toList(),
            List.of());
      }
      case Expression.Keyword(Matcher matcher) -> {
        Text wanted = MatcherWords.say(matcher);
        yield new Explanation(
            Evaluation.holds(expression, event),
            new Text("l’événement " + wanted.fr(), "the event " + wanted.en()),
            "",
            List.of(),
            List.of());
      }
    };
  }

  private Explanation inner(Expression expression, Text what, List<Expression> parts) {
    return new Explanation(
        Evaluation.holds(expression, event),
        what,
        "",
        List.of(),
        parts.stream().map(this::explain).toList());
  }

  private static String shorten(String value) {
    int end = Math.min(value.length(), MOST_CHARS);
    StringBuilder shown = new StringBuilder(end + 1);
    for (int i = 0; i < end; i++) {
      char c = value.charAt(i);
      shown.append(Character.isISOControl(c) ? ' ' : c);
    }
    return value.length() > end ? shown.append('…').toString() : shown.toString();
  }
}
