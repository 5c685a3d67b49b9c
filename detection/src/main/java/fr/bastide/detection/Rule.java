package fr.bastide.detection;

import fr.bastide.telemetry.Logsource;
import java.util.List;

/// A detection rule that was read, checked and resolved: what it is, where it looks, what it looks
/// for.
///
/// @param info what it says of itself
/// @param logsource which events it looks at
/// @param condition when it matches; a list of conditions has become [Expression.Any]
/// @param asked every field name the condition asks for, sorted
public record Rule(RuleInfo info, Logsource logsource, Expression condition, List<String> asked) {

  public Rule {
    asked = List.copyOf(asked);
  }
}
