package fr.bastide.detection;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.ValueKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Why the peer judges an event otherwise than the rule says; each cause is a model of the peer
/// that can be evaluated. `docs/detection-peer.md` explains them, in this order.
enum PeerCause {
  PROVIDER_NAME,
  HEX_PADDED,
  ABSENT_UNDER_NOT,
  EMPTY_IS_NULL,
  EVENT_4688,
  ANTIVIRUS,
  FIELD_NOWHERE,
  QUOTE_IN_REGEX,
  TOO_LARGE,
  ANY_REGISTRY_12;

  /// SQLite's default bound on the depth of an expression.
  private static final int MOST_LEAVES = 1_000;

  private static final int HEX_32_CHARS = 10;

  private enum Truth {
    TRUE,
    FALSE,
    UNKNOWN
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The causes for which the peer would not see an alert that the rule means.
  ///
  /// @param fields every field that some event of the collection has
  static Set<PeerCause> ofSilence(Rule rule, Event event, Set<String> fields) {
    Set<PeerCause> causes = EnumSet.noneOf(PeerCause.class);
    for (PeerCause cause : List.of(PROVIDER_NAME, HEX_PADDED, ABSENT_UNDER_NOT, EMPTY_IS_NULL)) {
      if (cause.judge(rule.condition(), event) != Truth.TRUE) {
        causes.add(cause);
      }
    }
    String category = rule.logsource().category();
    if (category.equals("process_creation") && event.text("EventID").orElse("").equals("4688")) {
      causes.add(EVENT_4688);
    }
    if (category.equals("antivirus")) {
      causes.add(ANTIVIRUS);
    }
    if (!fields.containsAll(rule.asked())) {
      causes.add(FIELD_NOWHERE);
    }
    if (regexWithQuote(rule.condition())) {
      causes.add(QUOTE_IN_REGEX);
    }
    if (leaves(rule.condition()) > MOST_LEAVES) {
      causes.add(TOO_LARGE);
    }
    return causes;
  }

  /// The causes for which the peer would see an alert that the rule does not mean.
  static Set<PeerCause> ofNoise(Rule rule, Event event) {
    Set<PeerCause> causes = EnumSet.noneOf(PeerCause.class);
    boolean holds = Evaluation.holds(rule.condition(), event);
    if (!holds && EMPTY_IS_NULL.judge(rule.condition(), event) == Truth.TRUE) {
      causes.add(EMPTY_IS_NULL);
    }
    if (rule.logsource().category().equals("registry_delete")
        && event.text("EventType").orElse("").equals("CreateKey")
        && holds) {
      causes.add(ANY_REGISTRY_12);
    }
    return causes;
  }

  private Truth judge(Expression expression, Event event) {
    return switch (expression) {
      case Expression.All(List<Expression> parts) -> {
        Truth all = Truth.TRUE;
        for (Expression part : parts) {
          all = worse(all, judge(part, event));
        }
        yield all;
      }
      case Expression.Any(List<Expression> parts) -> {
        Truth none = Truth.TRUE;
        for (Expression part : parts) {
          none = worse(none, not(judge(part, event)));
        }
        yield not(none);
      }
      case Expression.AtLeast(int least, List<Expression> parts) ->
          truth(parts.stream().filter(p -> judge(p, event) == Truth.TRUE).count() >= least);
      case Expression.Not(Expression part) -> not(judge(part, event));
      case Expression.Named(String _, Expression part) -> judge(part, event);
      case Expression.Keyword _ -> truth(Evaluation.holds(expression, event));
      case Expression.Field(String field, Matcher matcher) ->
          judge(field, matcher, expression, event);
    };
  }

  private Truth judge(String field, Matcher matcher, Expression whole, Event event) {
    boolean absent = first(field, event) < 0;
    boolean asksPresence = matcher instanceof Matcher.Exists || matcher instanceof Matcher.Null;
    String value = event.text(field).orElse("");
    switch (this) {
      case PROVIDER_NAME -> {
        if (field.equals("Provider_Name")) {
          return Truth.UNKNOWN;
        }
      }
      case HEX_PADDED -> {
        if (value.startsWith("0x") && matcher instanceof Matcher.Like(var pattern, var cased)) {
          return truth(Wildcards.match(pattern, cased, padded(field, value)));
        }
      }
      case ABSENT_UNDER_NOT -> {
        if (absent && !asksPresence) {
          return Truth.UNKNOWN;
        }
      }
      case EMPTY_IS_NULL -> {
        if (!absent && value.isEmpty() && event.kind(first(field, event)) != ValueKind.NULL) {
          return matcher instanceof Matcher.Null ? Truth.TRUE : Truth.UNKNOWN;
        }
      }
      default -> throw new IllegalStateException(name());
    }
    return truth(Evaluation.holds(whole, event));
  }

  private static int first(String field, Event event) {
    return event.find(event.names().asked(field), 0);
  }

  /// Windows has 32 and 64 bits wide numbers of this kind; logon identifiers are wide.
  private static String padded(String field, String value) {
    int digits = field.endsWith("LogonId") || value.length() > HEX_32_CHARS ? 16 : 8;
    return "0x" + "0".repeat(Math.max(0, digits + 2 - value.length())) + value.substring(2);
  }

  private static Truth truth(boolean holds) {
    return holds ? Truth.TRUE : Truth.FALSE;
  }

  private static Truth worse(Truth one, Truth other) {
    if (one == Truth.FALSE || other == Truth.FALSE) {
      return Truth.FALSE;
    }
    return one == Truth.UNKNOWN ? one : other;
  }

  private static Truth not(Truth truth) {
    return switch (truth) {
      case TRUE -> Truth.FALSE;
      case FALSE -> Truth.TRUE;
      case UNKNOWN -> Truth.UNKNOWN;
    };
  }

  private static boolean regexWithQuote(Expression expression) {
    return switch (expression) {
      case Expression.All(var parts) -> parts.stream().anyMatch(PeerCause::regexWithQuote);
      case Expression.Any(var parts) -> parts.stream().anyMatch(PeerCause::regexWithQuote);
      case Expression.AtLeast(int _, var parts) ->
          parts.stream().anyMatch(PeerCause::regexWithQuote);
      case Expression.Not(var part) -> regexWithQuote(part);
      case Expression.Named(String _, var part) -> regexWithQuote(part);
      case Expression.Field(String _, Matcher.Regex(var pattern)) ->
          pattern.pattern().indexOf('\'') >= 0;
      case Expression.Field _, Expression.Keyword _ -> false;
    };
  }

  private static int leaves(Expression expression) {
    return switch (expression) {
      case Expression.All(var parts) -> parts.stream().mapToInt(PeerCause::leaves).sum();
      case Expression.Any(var parts) -> parts.stream().mapToInt(PeerCause::leaves).sum();
      case Expression.AtLeast(int _, var parts) -> parts.stream().mapToInt(PeerCause::leaves).sum();
      case Expression.Not(var part) -> leaves(part);
      case Expression.Named(String _, var part) -> leaves(part);
      case Expression.Field _, Expression.Keyword _ -> 1;
    };
  }
}
