package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.RuleInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A correlation read from its document, references not yet resolved.
///
/// @param aliases for each alias, for each rule as named, the field
record CorrelationDraft(
    RuleInfo info,
    Correlation.Kind kind,
    List<Reference> rules,
    List<String> groupBy,
    Map<String, Map<Reference, String>> aliases,
    Duration span,
    CorrelationCondition condition,
    boolean generate) {

  CorrelationDraft {
    rules = List.copyOf(rules);
    groupBy = List.copyOf(groupBy);
    aliases = Map.copyOf(aliases);
  }
}
