package fr.bastide.incident.obligation;

import fr.bastide.incident.condition.Truth;
import java.time.LocalDate;
import java.util.Optional;

/// From when to when a text is law.
///
/// @param from its first day, if it has not always been there
/// @param until its last day, if one is known
public record InForce(Optional<Limit> from, Optional<Limit> until) {

  /// A first or a last day.
  public sealed interface Limit {

    /// A day of the calendar, included.
    record On(LocalDate day) implements Limit {}

    /// The first day of a law that the operator of Bastide sets when it is known: a text begins on
    /// it, or ends on the day before.
    record BySwitch(String id) implements Limit {}
  }

  /// How a text stands on a day.
  public enum Status {
    NOT_YET,
    IN_FORCE,
    NO_LONGER
  }

  /// How it stands on a day.
  public Status on(LocalDate day, Switches switches) {
    Optional<LocalDate> first = from.flatMap(limit -> first(limit, switches));
    if (from.isPresent() && first.map(day::isBefore).orElse(true)) {
      return Status.NOT_YET;
    }
    return until.flatMap(limit -> last(limit, switches)).map(day::isAfter).orElse(false)
        ? Status.NO_LONGER
        : Status.IN_FORCE;
  }

  /// Whether it is in force all through a span of days, never, or on some of them.
  public Truth during(LocalDate earliest, LocalDate latest, Switches switches) {
    Status before = on(earliest, switches);
    Status after = on(latest, switches);
    if (before == after) {
      return Truth.of(before == Status.IN_FORCE);
    }
    return Truth.UNKNOWN;
  }

  private static Optional<LocalDate> first(Limit limit, Switches switches) {
    return switch (limit) {
      case Limit.On on -> Optional.of(on.day());
      case Limit.BySwitch by -> switches.day(by.id());
    };
  }

  private static Optional<LocalDate> last(Limit limit, Switches switches) {
    return switch (limit) {
      case Limit.On on -> Optional.of(on.day());
      case Limit.BySwitch by -> switches.day(by.id()).map(day -> day.minusDays(1));
    };
  }
}
