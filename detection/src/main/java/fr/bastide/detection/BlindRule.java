package fr.bastide.detection;

import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Logsource;
import java.util.List;

/// A rule that cannot fire with what a source sends.
///
/// @param rule what the rule says of itself
/// @param logsource where it looks
/// @param cause what is wanting
/// @param missing the field names, or the values of `EventID`, that were never seen
/// @param reason the same in words
/// @param remedies settings that would wake the rule; may be empty
public record BlindRule(
    RuleInfo rule,
    Logsource logsource,
    Cause cause,
    List<String> missing,
    Text reason,
    List<AuditSetting> remedies) {

  public BlindRule {
    missing = List.copyOf(missing);
    remedies = List.copyOf(remedies);
  }

  /// What is wanting.
  public enum Cause {
    /// No event of its logsource was seen.
    NO_SOURCE,
    /// Events of its logsource were seen, but none with the event ids it needs.
    NO_EVENT_ID,
    /// Events of its logsource were seen, but never the fields it needs.
    NO_FIELD
  }
}
