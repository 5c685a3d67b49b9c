package fr.bastide.telemetry.internal.line;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/// Seconds of dates in the proleptic Gregorian calendar, without objects.
final class Calendar {

  static final long DAY = 86_400;

  /// What no time is.
  static final long NONE = Long.MIN_VALUE;

  private static final long QUARTER = 900;
  private static final int LINES_PER_LOOK = 1_024;

  private final LineClock clock;
  private final ZoneRules rules;
  private long quarter = NONE;
  private int offset;
  private int looks;
  private long latest;
  private int year;

  Calendar(LineClock clock) {
    this.clock = clock;
    this.rules = clock.zone().getRules();
  }

  /// Seconds since 1970 of a local time given as seconds; [#NONE] when the date does not exist.
  static long seconds(int year, int month, int day, int hour, int minute, int second) {
    if (month < 1
        || month > 12
        || day < 1
        || day > length(year, month)
        || hour > 23
        || minute > 59
        || second > 60) {
      return NONE;
    }
    return days(year, month, day) * DAY + hour * 3600L + minute * 60L + Math.min(second, 59);
  }

  /// The instant, in seconds since 1970, of a local time of the zone that lines without one are in.
  ///
  /// Offsets are remembered for a quarter of an hour of local time: no zone changes inside one.
  long instant(long local) {
    long wanted = Math.floorDiv(local, QUARTER);
    if (wanted != quarter) {
      quarter = wanted;
      offset = offsetAt(local);
    }
    return local - offset;
  }

  /// The seconds since 1970, in local time, of a date without a year: the latest that is not more
  /// than a day after the present; [#NONE] when no year has such a date.
  long withoutYear(int month, int day, int hour, int minute, int second) {
    look();
    for (int candidate = year; candidate > year - 9; candidate--) {
      long local = seconds(candidate, month, day, hour, minute, second);
      if (local != NONE && local <= latest) {
        return local;
      }
    }
    return NONE;
  }

  private void look() {
    if (looks-- > 0) {
      return;
    }
    looks = LINES_PER_LOOK;
    Instant tomorrow = clock.now().instant().plusSeconds(DAY);
    var local = tomorrow.atZone(clock.zone());
    latest = tomorrow.getEpochSecond() + local.getOffset().getTotalSeconds();
    year = local.getYear();
  }

  private int offsetAt(long local) {
    // A guess in winter time is at most hours off, and one correction settles it.
    Instant guess = Instant.ofEpochSecond(local);
    ZoneOffset first =
        rules.getOffset(guess.minusSeconds(rules.getOffset(guess).getTotalSeconds()));
    return rules
        .getOffset(Instant.ofEpochSecond(local - first.getTotalSeconds()))
        .getTotalSeconds();
  }

  private static int length(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /// Days since 1970-01-01: years are counted from March, so that the leap day is the last.
  private static long days(int year, int month, int day) {
    long y = month > 2 ? year : year - 1;
    long era = Math.floorDiv(y, 400L);
    long ofEra = y - era * 400;
    long ofYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468;
  }
}
