package fr.bastide.incident.obligation;

import java.util.List;
import java.util.Optional;

/// What starts the clock of an obligation.
///
/// @param clocks questions about time: the first is the one of the text, the others stand in for it
///   while it has no answer
/// @param cautious a question about an earlier time, from which one reckons to be safe
/// @param after an obligation whose own end starts this clock as long as no clock has an answer
/// @param now whether the rule looks at the day of asking, not at the incident
public record Trigger(
    List<String> clocks, Optional<String> cautious, Optional<String> after, boolean now) {

  public Trigger {
    clocks = List.copyOf(clocks);
  }
}
