package fr.bastide.incident.escalation;

import fr.bastide.incident.Qualification;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// How a case stands, as far as escalation looks at it.
///
/// @param qualification the facts, severity and verdicts of the case
/// @param reported when it was reported
/// @param taken when somebody took it, if somebody did
/// @param news when something last came in or was done
/// @param closed whether it is closed: then only returns escalate
/// @param asked when the victim was asked for a return and has not answered yet, by return
public record Situation(
    Qualification qualification,
    Instant reported,
    Optional<Instant> taken,
    Instant news,
    boolean closed,
    Map<String, Instant> asked) {

  public Situation {
    asked = Map.copyOf(asked);
  }
}
