package fr.bastide.incident.internal;

import fr.bastide.incident.Easter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/// The calendar of the deadlines: Europe/Paris, and the public holidays of the Labour Code (article
/// L3133-1). The two more of Alsace-Moselle are left out, since they could only lengthen a
/// deadline.
public final class Calendar {

  /// The time in which deadlines end.
  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private Calendar() {}

  /// The instant after so many hours have really gone by.
  public static Instant afterHours(Instant start, int hours) {
    return start.plus(Duration.ofHours(hours));
  }

  /// The beginning of the first whole hour after an instant.
  public static Instant nextHour(Instant start) {
    return start.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
  }

  /// The same day and hour so many months later, on the last day of a shorter month.
  public static Instant afterMonths(Instant start, int months) {
    return instant(LocalDateTime.ofInstant(start, PARIS).plusMonths(months));
  }

  /// The day of an instant in Paris.
  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, PARIS);
  }

  /// The last minute of a day.
  public static Instant endOf(LocalDate day) {
    return instant(day.atTime(LocalTime.of(23, 59)));
  }

  /// The instant of a local time in Paris, read strictly: of an hour that comes twice the first,
  /// and for an hour left out the moment at which the clock is put forward.
  public static Instant instant(LocalDateTime local) {
    List<ZoneOffset> offsets = PARIS.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      ZoneOffsetTransition gap = PARIS.getRules().getTransition(local);
      return gap.getInstant();
    }
    return local.toInstant(offsets.getFirst());
  }

  /// Whether a local time comes twice, because the clock is put back.
  public static boolean comesTwice(LocalDateTime local) {
    return PARIS.getRules().getValidOffsets(local).size() > 1;
  }

  /// Whether a local time is left out, because the clock is put forward.
  public static boolean leftOut(LocalDateTime local) {
    return PARIS.getRules().getValidOffsets(local).isEmpty();
  }

  /// The day itself when it is a working day, else the next one that is.
  public static LocalDate workingDay(LocalDate day) {
    LocalDate found = day;
    while (!isWorking(found)) {
      found = found.plusDays(1);
    }
    return found;
  }

  /// The last of so many working days that follow a day.
  public static LocalDate afterWorkingDays(LocalDate day, int days) {
    LocalDate found = day;
    for (int i = 0; i < days; i++) {
      found = workingDay(found.plusDays(1));
    }
    return found;
  }

  /// Whether people work on a day: neither Saturday nor Sunday nor public holiday.
  public static boolean isWorking(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !isHoliday(day);
  }

  private static boolean isHoliday(LocalDate day) {
    boolean fixed =
        switch (day.getMonth()) {
          case JANUARY -> day.getDayOfMonth() == 1;
          case MAY -> day.getDayOfMonth() == 1 || day.getDayOfMonth() == 8;
          case JULY -> day.getDayOfMonth() == 14;
          case AUGUST -> day.getDayOfMonth() == 15;
          case NOVEMBER -> day.getDayOfMonth() == 1 || day.getDayOfMonth() == 11;
          case DECEMBER -> day.getDayOfMonth() == 25;
          default -> false;
        };
    long sinceEaster = ChronoUnit.DAYS.between(Easter.of(day.getYear()), day);
    return fixed || sinceEaster == 1 || sinceEaster == 39 || sinceEaster == 50;
  }
}
