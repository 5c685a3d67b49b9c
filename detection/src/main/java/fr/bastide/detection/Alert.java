package fr.bastide.detection;

import fr.bastide.telemetry.Event;
import java.util.List;

/// A rule has matched.
///
/// @param rule what the rule says of itself; its author is shown wherever the alert is
/// @param tenant the body whose events they are; empty on the command line
/// @param time of the last event, in microseconds since 1970-01-01T00:00Z; [Event#NO_TIME] when
///   unknown
/// @param events the events that made it, kept ([Event#keep()]); one for a rule, up to a bound for
///   a correlation
/// @param count how many events made it, also beyond the bound
/// @param group for a correlation the values it was grouped by, as `field=value`; empty for a rule
public record Alert(
    RuleInfo rule, String tenant, long time, List<Event> events, long count, List<String> group) {

  public Alert {
    events = List.copyOf(events);
    group = List.copyOf(group);
  }
}
