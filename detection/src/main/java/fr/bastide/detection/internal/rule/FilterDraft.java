package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Expression;
import fr.bastide.detection.RuleInfo;
import fr.bastide.telemetry.Logsource;
import java.util.List;

/// A filter read from its document (Sigma filters specification).
///
/// @param rules which rules it filters; empty for every rule of its logsource
/// @param keep what an event must satisfy to be kept
record FilterDraft(RuleInfo info, Logsource logsource, List<Reference> rules, Expression keep) {

  FilterDraft {
    rules = List.copyOf(rules);
  }
}
