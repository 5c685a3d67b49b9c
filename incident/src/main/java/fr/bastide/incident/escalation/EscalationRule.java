package fr.bastide.incident.escalation;

import fr.bastide.incident.message.Audience;
import fr.bastide.incident.severity.Severity;
import fr.bastide.kernel.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// When somebody is to be told.
///
/// @param id its name
/// @param severities for which severities; all when empty
/// @param kinds for which kinds of incident, as messages name them; all when empty
/// @param trigger from what it counts
/// @param delay how long after that; before it, for [Trigger#DUE]
/// @param to whom
/// @param means how
/// @param message which message helps, if one does
/// @param what what is to be done
/// @param why for what reason
public record EscalationRule(
    String id,
    Set<Severity> severities,
    Set<String> kinds,
    Trigger trigger,
    Duration delay,
    List<Recipient> to,
    Means means,
    Optional<Audience> message,
    Text what,
    Text why) {

  /// From what a rule counts.
  public enum Trigger {
    /// The report of the incident.
    REPORTED,
    /// The report, as long as nobody has taken the case.
    UNTAKEN,
    /// The last news of the case.
    SILENT,
    /// The instant at which a duty that is open falls due.
    DUE,
    /// The instant at which a duty that is still open fell due.
    OVERDUE,
    /// The question of a return, as long as nobody has answered.
    UNANSWERED
  }

  /// How somebody is told.
  public enum Means {
    CALL,
    MAIL,
    /// An entry in the list of things to do.
    TASK
  }

  /// Who is told.
  ///
  /// @param id such as `lead`
  /// @param name for people
  public record Recipient(String id, Text name) {}

  public EscalationRule {
    severities = Set.copyOf(severities);
    kinds = Set.copyOf(kinds);
    to = List.copyOf(to);
  }

  /// Whether it looks at cases of this severity and these kinds.
  public boolean concerns(Severity severity, List<String> of) {
    return (severities.isEmpty() || severities.contains(severity))
        && (kinds.isEmpty() || of.stream().anyMatch(kinds::contains));
  }
}
