package fr.bastide.telemetry.internal.export;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.Logsource;
import java.util.List;
import java.util.Map;

/// What the data say of one kind of events.
///
/// @param logsource the events it is for
/// @param when values that fields must have, letter case aside, beyond the logsource
/// @param set members that are always the same
/// @param complete members that are always the same where the object around them is there
/// @param fields where the values of fields go
/// @param unmapped where those go that nothing is said of; empty when this section does not say
record Section(
    Logsource logsource,
    Map<String, List<String>> when,
    Map<String, Object> set,
    Map<String, Object> complete,
    Map<String, List<Target>> fields,
    String unmapped) {

  /// A place in the object, with the form of what stands there.
  record Target(String path, Form form) {}

  boolean isFor(Event event) {
    return event.origin().feeds(logsource)
        && when.entrySet().stream().allMatch(wanted -> has(event, wanted));
  }

  private static boolean has(Event event, Map.Entry<String, List<String>> wanted) {
    String value = event.text(wanted.getKey()).orElse("");
    return wanted.getValue().stream().anyMatch(value::equalsIgnoreCase);
  }
}
