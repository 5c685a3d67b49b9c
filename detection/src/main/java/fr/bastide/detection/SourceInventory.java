package fr.bastide.detection;

import fr.bastide.telemetry.Logsource;
import java.util.List;
import java.util.Set;

/// What a source really sends, as far as it was watched.
///
/// @param seen one entry for each kind of event
public record SourceInventory(List<Seen> seen) {

  public SourceInventory {
    seen = List.copyOf(seen);
  }

  /// One kind of event.
  ///
  /// @param logsources the logsources it belongs to
  /// @param events how many there were
  /// @param fields the names of the fields seen
  /// @param eventIds the values of `EventID` seen
  /// @param complete whether no field name or event id was left out for being one too many
  public record Seen(
      List<Logsource> logsources,
      long events,
      Set<String> fields,
      Set<String> eventIds,
      boolean complete) {

    public Seen {
      logsources = List.copyOf(logsources);
      fields = Set.copyOf(fields);
      eventIds = Set.copyOf(eventIds);
    }

    /// Whether a rule for this logsource looks at these events.
    public boolean feeds(Logsource wanted) {
      return logsources.stream().anyMatch(wanted::covers);
    }
  }
}
