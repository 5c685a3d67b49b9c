package fr.bastide.detection;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A rule over matches of other rules within a time span (Sigma correlation rules specification
/// 2.1.0).
///
/// @param info what it says of itself
/// @param kind what is counted or awaited
/// @param rules ids ([RuleInfo#id()]) of the rules and correlations it looks at, in the order
///   written
/// @param groupBy field names or aliases whose values must be equal; always within one tenant
/// @param aliases for each alias, for each rule id, the field that stands for it
/// @param span how long the window is; longer than zero
/// @param field the field whose values count, for the kinds that need one; empty otherwise
/// @param percentile 0 to 100, for [Kind#VALUE_PERCENTILE]; 50 when not said
/// @param thresholds what the count must satisfy, all of it; for temporal kinds how many of the
///   rules must have matched, every one when empty
/// @param generate whether the matches of its rules stay alerts of their own
public record Correlation(
    RuleInfo info,
    Kind kind,
    List<String> rules,
    List<String> groupBy,
    Map<String, Map<String, String>> aliases,
    Duration span,
    String field,
    int percentile,
    List<Threshold> thresholds,
    boolean generate) {

  public Correlation {
    rules = List.copyOf(rules);
    groupBy = List.copyOf(groupBy);
    aliases = Map.copyOf(aliases);
    thresholds = List.copyOf(thresholds);
  }

  /// What is counted or awaited.
  public enum Kind {
    EVENT_COUNT,
    VALUE_COUNT,
    TEMPORAL,
    TEMPORAL_ORDERED,
    VALUE_SUM,
    VALUE_AVG,
    VALUE_PERCENTILE
  }

  /// A bound: `gte: 5`; [Matcher.Comparison#EQUAL] for `eq`.
  public record Threshold(Matcher.Comparison comparison, BigDecimal number) {}
}
