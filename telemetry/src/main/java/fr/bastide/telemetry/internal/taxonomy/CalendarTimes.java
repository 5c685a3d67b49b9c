package fr.bastide.telemetry.internal.taxonomy;

import fr.bastide.telemetry.Event;
import java.nio.charset.StandardCharsets;

/// Times written as dates.
final class CalendarTimes {

  private static final byte[] MONTHS =
      "janfebmaraprmayjunjulaugsepoctnovdec".getBytes(StandardCharsets.US_ASCII);

  private CalendarTimes() {}

  /// RFC 3339 and what is written for it: a space for the T, a comma for the point, no offset.
  static long iso(byte[] bytes, int from, int to) {
    if (to - from < 19
        || (bytes[from + 4] != '-' && bytes[from + 4] != '/')
        || bytes[from + 7] != bytes[from + 4]
        || (bytes[from + 10] != 'T' && bytes[from + 10] != 't' && bytes[from + 10] != ' ')) {
      return Event.NO_TIME;
    }
    int year = number(bytes, from, from + 4);
    int month = number(bytes, from + 5, from + 7);
    int day = number(bytes, from + 8, from + 10);
    return clock(bytes, from + 11, to, date(year, month, day));
  }

  /// The common log format: `28/Jul/2026:11:44:53 +0200`.
  static long http(byte[] bytes, int from, int to) {
    if (to - from < 20 || bytes[from + 2] != '/' || bytes[from + 11] != ':') {
      return Event.NO_TIME;
    }
    int day = number(bytes, from, from + 2);
    int year = number(bytes, from + 7, from + 11);
    return clock(bytes, from + 12, to, date(year, month(bytes, from + 3), day));
  }

  /// `7/28/2026 11:44:53 AM`, as Windows and Microsoft 365 write in English.
  static long us(byte[] bytes, int from, int to) {
    int slash = indexOf(bytes, from, to, '/');
    int second = indexOf(bytes, slash + 1, to, '/');
    int space = indexOf(bytes, second + 1, to, ' ');
    if (space == to) {
      return Event.NO_TIME;
    }
    int month = number(bytes, from, slash);
    int day = number(bytes, slash + 1, second);
    int year = number(bytes, second + 1, space);
    int colon = indexOf(bytes, space + 1, to, ':');
    int end = indexOf(bytes, space + 1, to, ' ');
    int hour = number(bytes, space + 1, colon);
    if (colon + 6 != end || hour < 0 || year < 1000) {
      return Event.NO_TIME;
    }
    if (end + 1 < to) {
      boolean afternoon = Folded.lower(bytes[end + 1]) == 'p';
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    int minute = number(bytes, colon + 1, colon + 3);
    int seconds = number(bytes, colon + 4, colon + 6);
    return bytes[colon + 3] == ':'
        ? moment(date(year, month, day), hour, minute, seconds)
        : Event.NO_TIME;
  }

  /// `HH:MM:SS`, a fraction, an offset: what follows the date.
  private static long clock(byte[] bytes, int from, int to, long days) {
    if (to - from < 8 || bytes[from + 2] != ':' || bytes[from + 5] != ':') {
      return Event.NO_TIME;
    }
    int hour = number(bytes, from, from + 2);
    int minute = number(bytes, from + 3, from + 5);
    int second = number(bytes, from + 6, from + 8);
    long time = moment(days, hour, minute, second);
    int pos = from + 8;
    if (time == Event.NO_TIME) {
      return time;
    }
    if (pos < to && (bytes[pos] == '.' || bytes[pos] == ',')) {
      pos++;
      for (int unit = 100_000; pos < to && CountedTimes.digit(bytes[pos]); unit /= 10) {
        time += (long) unit * (bytes[pos++] - '0');
      }
    }
    while (pos < to && bytes[pos] == ' ') {
      pos++;
    }
    return offset(bytes, pos, to, time);
  }

  private static long offset(byte[] bytes, int from, int to, long time) {
    int length = to - from;
    if (length == 0 || (length == 1 && (bytes[from] | 0x20) == 'z') || isUtc(bytes, from, to)) {
      return time;
    }
    if (length < 3 || (bytes[from] != '+' && bytes[from] != '-')) {
      return Event.NO_TIME;
    }
    int hours = number(bytes, from + 1, from + 3);
    int minutesAt = length > 3 && bytes[from + 3] == ':' ? from + 4 : from + 3;
    int minutes = minutesAt == to ? 0 : number(bytes, minutesAt, to);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return Event.NO_TIME;
    }
    long micros = (60L * hours + minutes) * 60_000_000L;
    return bytes[from] == '+' ? time - micros : time + micros;
  }

  private static boolean isUtc(byte[] bytes, int from, int to) {
    return to - from == 3
        && (bytes[from + 2] == 'C' || bytes[from + 2] == 'T')
        && (bytes[from] == 'U' || bytes[from] == 'G');
  }

  private static long moment(long days, int hour, int minute, int second) {
    if (days == Event.NO_TIME
        || hour < 0
        || hour > 23
        || minute < 0
        || minute > 59
        || second < 0
        || second > 60) {
      return Event.NO_TIME;
    }
    return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000_000L;
  }

  /// Days since 1970 in the Gregorian calendar, years 1 to 9999.
  private static long date(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
      return Event.NO_TIME;
    }
    // Years that begin in March: the leap day comes last, and months before it have a formula.
    int y = month <= 2 ? year - 1 : year;
    int m = month <= 2 ? month + 9 : month - 3;
    int dayOfYear = (153 * m + 2) / 5 + day - 1;
    return 365L * y + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468;
  }

  private static int month(byte[] bytes, int from) {
    for (int month = 0; month < 12; month++) {
      if (Folded.lower(bytes[from]) == MONTHS[3 * month]
          && Folded.lower(bytes[from + 1]) == MONTHS[3 * month + 1]
          && Folded.lower(bytes[from + 2]) == MONTHS[3 * month + 2]) {
        return month + 1;
      }
    }
    return 0;
  }

  private static int number(byte[] bytes, int from, int to) {
    if (from >= to || to - from > 4) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      if (!CountedTimes.digit(bytes[i])) {
        return -1;
      }
      value = 10 * value + (bytes[i] - '0');
    }
    return value;
  }

  private static int indexOf(byte[] bytes, int from, int to, char wanted) {
    int pos = from;
    while (pos < to && bytes[pos] != wanted) {
      pos++;
    }
    return Math.min(pos, to);
  }
}
