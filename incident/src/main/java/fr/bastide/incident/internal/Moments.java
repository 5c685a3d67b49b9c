package fr.bastide.incident.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Instants as files hold them: `2026-11-24T08:30+01:00`, `2026-11-24T07:30Z`, or in the time of
/// Paris `2026-11-24 08:30` and `2026-11-24`.
public final class Moments {

  private static final int LONGEST = 40;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private Moments() {}

  /// What is doubtful about an instant, which is then read as early as it can be.
  public enum Doubt {
    NONE,
    /// Only the day is given: read at midnight.
    NO_HOUR,
    /// The local hour comes twice that night: read as the first.
    TWICE,
    /// The local hour is left out that night: read as the moment of the change.
    LEFT_OUT
  }

  /// An instant to the minute, and what is doubtful about it.
  public record Moment(Instant instant, Doubt doubt) {}

  /// The instant written, if it is one of this century.
  public static Optional<Moment> parse(String written) {
    String text = written.strip();
    if (text.length() > LONGEST || text.length() < 10) {
      return Optional.empty();
    }
    if (text.length() > 10 && text.charAt(10) == ' ') {
      text = text.substring(0, 10) + "T" + text.substring(11);
    }
    try {
      return Optional.of(read(text)).filter(Moments::ofThisCentury);
    } catch (DateTimeException notInstant) {
      return Optional.empty();
    }
  }

  private static Moment read(String text) {
    if (text.length() == 10) {
      LocalDateTime midnight = LocalDate.parse(text).atStartOfDay();
      return new Moment(Calendar.instant(midnight), Doubt.NO_HOUR);
    }
    String time = text.substring(10);
    if (time.endsWith("Z") || time.indexOf('+') > 0 || time.indexOf('-') > 0) {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      return new Moment(instant.truncatedTo(ChronoUnit.MINUTES), Doubt.NONE);
    }
    LocalDateTime local = LocalDateTime.parse(text).truncatedTo(ChronoUnit.MINUTES);
    Doubt doubt =
        Calendar.leftOut(local)
            ? Doubt.LEFT_OUT
            : Calendar.comesTwice(local) ? Doubt.TWICE : Doubt.NONE;
    return new Moment(Calendar.instant(local), doubt);
  }

  private static boolean ofThisCentury(Moment moment) {
    int year = moment.instant().atZone(Calendar.PARIS).getYear();
    return year >= FIRST_YEAR && year < LAST_YEAR;
  }
}
