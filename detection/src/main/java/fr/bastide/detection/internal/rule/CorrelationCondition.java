package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.Matcher;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// When a correlation fires (Sigma correlation rules specification, "Condition").
///
/// @param field whose values count; empty when none do
/// @param percentile 0 to 100; 50 when not said
/// @param thresholds all of them must hold
record CorrelationCondition(String field, int percentile, List<Correlation.Threshold> thresholds) {

  private static final CorrelationCondition ALL = new CorrelationCondition("", 50, List.of());

  CorrelationCondition {
    thresholds = List.copyOf(thresholds);
  }

  static CorrelationCondition read(Fields section, Correlation.Kind kind, List<Reference> rules)
      throws Refused {
    boolean temporal =
        kind == Correlation.Kind.TEMPORAL || kind == Correlation.Kind.TEMPORAL_ORDERED;
    if (temporal && !section.has("condition")) {
      return ALL;
    }
    if (section.need("condition") instanceof Yaml.Scalar scalar) {
      return temporal ? words(scalar, rules) : refuseText(scalar);
    }
    Fields condition = section.needMap("condition");
    List<Correlation.Threshold> thresholds = thresholds(condition);
    String field = field(condition, kind);
    int percentile = percentile(condition, kind);
    if (thresholds.isEmpty()) {
      throw new Refused(
          condition.line(),
          "Il manque un seuil\u00a0: ajoutez par exemple «\u00a0gte: 10\u00a0».",
          "A threshold is missing: add for example 'gte: 10'.");
    }
    return new CorrelationCondition(field, percentile, thresholds);
  }

  private static CorrelationCondition refuseText(Yaml.Scalar scalar) throws Refused {
    throw new Refused(
        scalar.line(),
        "Cette corrélation compte\u00a0: sa condition est un seuil, par exemple «\u00a0gte: "
            + "10\u00a0».",
        "This correlation counts: its condition is a threshold, for example 'gte: 10'.");
  }

  private static List<Correlation.Threshold> thresholds(Fields condition) throws Refused {
    List<Correlation.Threshold> thresholds = new ArrayList<>();
    for (Map.Entry<String, Yaml.Entry> entry : condition.entries().entrySet()) {
      Yaml value = entry.getValue().value();
      switch (entry.getKey()) {
        case "gt" -> thresholds.add(threshold(Matcher.Comparison.MORE, value));
        case "gte" -> thresholds.add(threshold(Matcher.Comparison.AT_LEAST, value));
        case "lt" -> thresholds.add(threshold(Matcher.Comparison.LESS, value));
        case "lte" -> thresholds.add(threshold(Matcher.Comparison.AT_MOST, value));
        case "eq" -> thresholds.add(threshold(Matcher.Comparison.EQUAL, value));
        // Not in the text of the specification, but in its reference implementation.
        case "neq" -> thresholds.add(threshold(Matcher.Comparison.UNEQUAL, value));
        case "field", "percentile" -> {
          // Read on their own.
        }
        default -> throw unknown(entry.getKey(), entry.getValue().line());
      }
    }
    return thresholds;
  }

  private static Refused unknown(String key, int line) {
    String shown = Refused.clip(key);
    return new Refused(
        line,
        "«\u00a0"
            + shown
            + "\u00a0» n’est pas une condition de corrélation\u00a0: écrivez gt, "
            + "gte, lt, lte, eq ou neq.",
        "'" + shown + "' is no condition of a correlation: write gt, gte, lt, lte, eq or neq.");
  }

  private static Correlation.Threshold threshold(Matcher.Comparison comparison, Yaml value)
      throws Refused {
    if (value instanceof Yaml.Scalar scalar) {
      return new Correlation.Threshold(comparison, Comparisons.number(scalar));
    }
    throw new Refused(
        value.line(),
        "Un seuil est un nombre\u00a0: écrivez-le sur la même ligne.",
        "A threshold is a number: write it on the same line.");
  }

  private static String field(Fields condition, Correlation.Kind kind) throws Refused {
    List<String> fields = condition.texts("field");
    boolean needed =
        switch (kind) {
          case EVENT_COUNT, TEMPORAL, TEMPORAL_ORDERED -> false;
          case VALUE_COUNT, VALUE_SUM, VALUE_AVG, VALUE_PERCENTILE -> true;
        };
    if (fields.size() > 1) {
      throw new Refused(
          condition.need("field").line(),
          "Un seul champ peut compter\u00a0: gardez-en un, les autres vont dans «\u00a0group-by"
              + "\u00a0».",
          "Only one field can count: keep one, the others go into 'group-by'.");
    }
    if (needed && fields.isEmpty()) {
      condition.need("field");
    }
    return needed && !fields.isEmpty() ? fields.getFirst() : "";
  }

  private static int percentile(Fields condition, Correlation.Kind kind) throws Refused {
    if (kind != Correlation.Kind.VALUE_PERCENTILE
        || !(condition.get("percentile").orElse(null) instanceof Yaml.Scalar scalar)) {
      return 50;
    }
    BigDecimal number = Comparisons.number(scalar);
    if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new Refused(
          scalar.line(),
          "Un centile va de 0 à 100\u00a0: corrigez le nombre.",
          "A percentile goes from 0 to 100: mend the number.");
    }
    return number.intValue();
  }

  /// A temporal condition in words: every rule joined by `and`, or every rule joined by `or`.
  private static CorrelationCondition words(Yaml.Scalar scalar, List<Reference> rules)
      throws Refused {
    List<String> words = ConditionTokens.of(scalar).words();
    Set<String> named = new TreeSet<>();
    Set<String> joins = new TreeSet<>();
    for (int i = 0; i < words.size(); i++) {
      if (i % 2 == 0) {
        named.add(words.get(i));
      } else {
        joins.add(words.get(i).toLowerCase(Locale.ROOT));
      }
    }
    Set<String> expected = new TreeSet<>();
    rules.forEach(rule -> expected.add(rule.name()));
    boolean whole = words.size() % 2 == 1 && named.equals(expected);
    if (whole && (joins.isEmpty() || joins.equals(Set.of("and")))) {
      return ALL;
    }
    if (whole && joins.equals(Set.of("or"))) {
      return new CorrelationCondition(
          "", 50, List.of(new Correlation.Threshold(Matcher.Comparison.AT_LEAST, BigDecimal.ONE)));
    }
    throw new Refused(
        scalar.line(),
        "Une condition en mots doit joindre toutes les règles par and, ou toutes par or (Sigma "
            + "2.1.0 ne connaît que les seuils)\u00a0: faites plusieurs corrélations.",
        "A condition in words must join all the rules by and, or all by or (Sigma 2.1.0 knows "
            + "thresholds only): make several correlations.");
  }
}
