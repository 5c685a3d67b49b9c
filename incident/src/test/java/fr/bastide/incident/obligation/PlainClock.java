package fr.bastide.incident.obligation;

/// The time of Paris by plain arithmetic on seconds since 1970, without java.time: the day number
/// of a date by counting days in 400-year eras, and the European rule of summer time since 1996
/// (from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October).
final class PlainClock {

  private static final long DAY = 86_400;
  private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private PlainClock() {}

  /// A date as year, month from 1, day from 1.
  record Date(int year, int month, int day) {}

  /// Days from 1 January 1970 to a date.
  static long days(int year, int month, int day) {
    long y = month <= 2 ? year - 1L : year;
    long era = Math.floorDiv(y, 400);
    long yearOfEra = y - era * 400;
    long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468;
  }

  /// The date of a day number, by walking years and months.
  static Date date(long days) {
    int year = 1970;
    long left = days;
    while (left >= yearLength(year)) {
      left -= yearLength(year);
      year++;
    }
    int month = 1;
    while (left >= monthLength(year, month)) {
      left -= monthLength(year, month);
      month++;
    }
    return new Date(year, month, (int) left + 1);
  }

  static boolean leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  static int yearLength(int year) {
    return leap(year) ? 366 : 365;
  }

  static int monthLength(int year, int month) {
    return month == 2 && leap(year) ? 29 : LENGTHS[month - 1];
  }

  /// 0 for Sunday: 1 January 1970 was a Thursday.
  static int weekday(long days) {
    return (int) Math.floorMod(days + 4, 7L);
  }

  /// The second at which the clock changes in a month of 31 days.
  static long change(int year, int month) {
    long last = days(year, month, 31);
    return (last - weekday(last)) * DAY + 3600;
  }

  /// Hours ahead of UTC.
  static int offset(long second) {
    int year = date(Math.floorDiv(second, DAY)).year();
    return second >= change(year, 3) && second < change(year, 10) ? 2 : 1;
  }

  static long localDay(long second) {
    return Math.floorDiv(second + offset(second) * 3600L, DAY);
  }

  static long localSecondOfDay(long second) {
    return Math.floorMod(second + offset(second) * 3600L, DAY);
  }

  /// The second of a local time: the first when it comes twice, the change itself when it is left
  /// out.
  static long second(long localDay, long secondOfDay) {
    long naive = localDay * DAY + secondOfDay;
    long summer = naive - 7200;
    long winter = naive - 3600;
    if (offset(summer) == 2) {
      return summer;
    }
    if (offset(winter) == 1) {
      return winter;
    }
    return change(date(localDay).year(), 3);
  }

  /// The same local time so many months later, on the last day when the month is too short.
  static long afterMonths(long second, int months) {
    Date from = date(localDay(second));
    int total = from.year() * 12 + from.month() - 1 + months;
    int year = total / 12;
    int month = total % 12 + 1;
    int day = Math.min(from.day(), monthLength(year, month));
    return second(days(year, month, day), localSecondOfDay(second));
  }

  /// Easter by Oudin's formula (1940), another than the engine's.
  static long easter(int year) {
    int g = year % 19;
    int c = year / 100;
    int h = (c - c / 4 - (8 * c + 13) / 25 + 19 * g + 15) % 30;
    int i = h - (h / 28) * (1 - (29 / (h + 1)) * ((21 - g) / 11));
    int j = (year + year / 4 + i + 2 - c + c / 4) % 7;
    int p = i - j;
    int day = 1 + (p + 27 + (p + 6) / 40) % 31;
    int month = 3 + (p + 26) / 30;
    return days(year, month, day);
  }

  static boolean working(long day) {
    Date date = date(day);
    int key = date.month() * 100 + date.day();
    boolean holiday =
        key == 101
            || key == 501
            || key == 508
            || key == 714
            || key == 815
            || key == 1101
            || key == 1111
            || key == 1225;
    long since = day - easter(date.year());
    boolean movable = since == 1 || since == 39 || since == 50;
    int weekday = weekday(day);
    return !holiday && !movable && weekday != 0 && weekday != 6;
  }

  static long nextWorking(long day) {
    long found = day;
    while (!working(found)) {
      found++;
    }
    return found;
  }

  /// The last minute of the last of so many working days after a local day.
  static long afterWorkingDays(long second, int count) {
    long day = localDay(second);
    for (int i = 0; i < count; i++) {
      day = nextWorking(day + 1);
    }
    return endOf(day);
  }

  static long endOf(long day) {
    return second(day, DAY - 60);
  }
}
