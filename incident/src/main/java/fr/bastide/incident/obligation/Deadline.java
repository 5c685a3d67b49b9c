package fr.bastide.incident.obligation;

import fr.bastide.incident.internal.Calendar;
import java.time.Instant;
import java.util.Optional;

/// How long an obligation leaves, from the instant that starts its clock. All reckoning is in the
/// time of Paris, to the minute; ADR 22 gives the reasons.
public sealed interface Deadline {

  /// A deadline that ends at an instant.
  sealed interface Timed extends Deadline {

    /// The last instant in time, reckoned strictly: no other reading of the text gives an earlier
    /// one.
    Instant due(Instant start);

    /// The end by Regulation (EEC, Euratom) 1182/71, when that governs the text: never earlier than
    /// [#due], and never to be planned on.
    Optional<Instant> byRegulation(Instant start);
  }

  /// A number of hours that really go by: nights, Sundays, holidays and changes of the clock do not
  /// stop or stretch them.
  ///
  /// @param hours how many
  /// @param regulation whether Regulation 1182/71 governs the text: the hour during which the event
  ///   occurs is then not counted (article 3(1))
  record Hours(int hours, boolean regulation) implements Timed {
    @Override
    public Instant due(Instant start) {
      return Calendar.afterHours(start, hours);
    }

    @Override
    public Optional<Instant> byRegulation(Instant start) {
      return regulation
          ? Optional.of(Calendar.afterHours(Calendar.nextHour(start), hours))
          : Optional.empty();
    }
  }

  /// A number of months by calendar: the same day and hour, or the last day of a month that has no
  /// such day.
  ///
  /// @param months how many
  /// @param regulation whether Regulation 1182/71 governs the text: it then ends with the day, and
  ///   a day without work is passed over (article 3(2)(c) and (4))
  record Months(int months, boolean regulation) implements Timed {
    @Override
    public Instant due(Instant start) {
      return Calendar.afterMonths(start, months);
    }

    @Override
    public Optional<Instant> byRegulation(Instant start) {
      return regulation
          ? Optional.of(
              Calendar.endOf(
                  Calendar.workingDay(Calendar.day(Calendar.afterMonths(start, months)))))
          : Optional.empty();
    }
  }

  /// A number of working days after the day of the event, to the end of the last one. Saturdays,
  /// Sundays and public holidays do not count.
  ///
  /// @param days how many
  record WorkingDays(int days) implements Timed {
    @Override
    public Instant due(Instant start) {
      return Calendar.endOf(Calendar.afterWorkingDays(Calendar.day(start), days));
    }

    @Override
    public Optional<Instant> byRegulation(Instant start) {
      return Optional.empty();
    }
  }

  /// At once: the text names no instant, and every hour must be justified.
  record WithoutDelay() implements Deadline {}

  /// No clock: a rule that binds as long as the incident lasts.
  record Standing() implements Deadline {}
}
