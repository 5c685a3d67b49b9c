package fr.bastide.detection.rule;

import fr.bastide.detection.Guidance;
import fr.bastide.detection.RuleBook;
import fr.bastide.detection.RuleInfo;
import java.util.List;
import java.util.Map;

/// What was read from a set of rule files.
///
/// @param book rules, correlations, and what was not taken
/// @param guidance by rule id, what rules say to those who have no analyst
/// @param retired what was left out because its status is `deprecated` or `unsupported`
/// @param files how many files there were
public record RuleLibrary(
    RuleBook book, Map<String, Guidance> guidance, List<RuleInfo> retired, int files) {

  public RuleLibrary {
    guidance = Map.copyOf(guidance);
    retired = List.copyOf(retired);
  }
}
