package fr.bastide.incident.obligation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// The first days of laws that were still to come when this version of the obligations was written,
/// as the operator of Bastide sets them. What is not set is not in force.
///
/// @param days the first day, by the identifier of the switch
public record Switches(Map<String, LocalDate> days) {

  /// Nothing set.
  public static final Switches NONE = new Switches(Map.of());

  public Switches {
    days = Map.copyOf(days);
  }

  /// The first day of a law, when it is set.
  public Optional<LocalDate> day(String id) {
    return Optional.ofNullable(days.get(id));
  }
}
