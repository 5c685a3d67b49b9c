package fr.bastide.telemetry.internal.line;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Reads the times that lines begin with or carry; the last one read is [#micros()]. Every method
/// returns where the time ends, or -1 when none stands there. Not safe for threads.
public final class Stamps {

  private static final int NO_OFFSET = Integer.MIN_VALUE;
  private static final Map<String, Integer> HOURS =
      Map.of(
          "UTC", 0, "GMT", 0, "WET", 0, "WEST", 1, "CET", 1, "MET", 1, "CEST", 2, "MEST", 2, "EET",
          2, "EEST", 3);

  private final Calendar calendar;
  private long micros;
  private int at;
  private int hour;
  private int minute;
  private int second;
  private int fraction;
  private int offset;

  /// Reads times that this clock completes.
  public Stamps(LineClock clock) {
    this.calendar = new Calendar(clock);
  }

  /// The time last read, in microseconds since 1970-01-01T00:00Z.
  public long micros() {
    return micros;
  }

  /// `2026-11-24T02:13:00.123456+01:00`, a space or `_` for the `T`, slashes for the hyphens, with
  /// or without fraction and offset (RFC 3339 and its relatives).
  public int iso(byte[] b, int from, int to) {
    if (to - from < 19 || !Scan.digit(b[from])) {
      return -1;
    }
    byte separator = b[from + 4];
    boolean good =
        (separator == '-' || separator == '/')
            && b[from + 7] == separator
            && (b[from + 10] == 'T' || b[from + 10] == ' ' || b[from + 10] == '_');
    if (!good) {
      return -1;
    }
    int year = digits(b, from, 4);
    int month = digits(b, from + 5, 2);
    int day = digits(b, from + 8, 2);
    if (year < 0 || month < 0 || day < 0 || !clock(b, from + 11, to)) {
      return -1;
    }
    zone(b, to);
    return settle(Calendar.seconds(year, month, day, hour, minute, second));
  }

  /// `Nov 24 02:13:00`, perhaps with the year before or after the time, a fraction, a zone (RFC
  /// 3164, section 4.1.2, and what devices make of it).
  public int bsd(byte[] b, int from, int to) {
    int month = month(b, from, to);
    if (month == 0 || from + 14 > to || b[from + 3] != ' ') {
      return -1;
    }
    int i = Scan.pastSpaces(b, from + 3, to);
    int dayEnd = digitsEnd(b, i, to);
    if (dayEnd == i || dayEnd - i > 2 || dayEnd == to || b[dayEnd] != ' ') {
      return -1;
    }
    int day = digits(b, i, dayEnd - i);
    i = dayEnd + 1;
    int year = yearAt(b, i, to);
    i = year < 0 ? i : i + 5;
    if (!clock(b, i, to)) {
      return -1;
    }
    if (year < 0 && at < to && b[at] == ' ') {
      year = yearAt(b, at + 1, to);
      at = year < 0 ? at : at + 5;
    }
    zone(b, to);
    return settle(
        year < 0
            ? calendar.withoutYear(month, day, hour, minute, second)
            : Calendar.seconds(year, month, day, hour, minute, second));
  }

  /// `24/Nov/2026:02:13:00 +0100` (the access logs of Apache and nginx).
  public int access(byte[] b, int from, int to) {
    if (to - from < 20 || b[from + 2] != '/' || b[from + 6] != '/' || b[from + 11] != ':') {
      return -1;
    }
    int day = digits(b, from, 2);
    int month = month(b, from + 3, to);
    int year = digits(b, from + 7, 4);
    if (day < 0 || month == 0 || year < 0 || !clock(b, from + 12, to)) {
      return -1;
    }
    zone(b, to);
    return settle(Calendar.seconds(year, month, day, hour, minute, second));
  }

  /// `Tue Nov 24 02:13:00 2026`, with or without the day of the week.
  public int asctime(byte[] b, int from, int to) {
    boolean weekday =
        to - from > 4 && b[from + 3] == ' ' && month(b, from, to) == 0 && b[from] >= 'A';
    return bsd(b, weekday ? from + 4 : from, to);
  }

  /// Seconds since 1970 with or without a fraction, or milliseconds, microseconds or nanoseconds:
  /// told apart by the number of digits.
  public int epoch(byte[] b, int from, int to) {
    int end = digitsEnd(b, from, Math.min(to, from + 20));
    int length = end - from;
    if (length < 9 || length > 19 || (end < to && Scan.digit(b[end]))) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < end; i++) {
      value = 10 * value + b[i] - '0';
    }
    at = end;
    fraction = 0;
    if (length <= 11) {
      fraction(b, to);
      micros = value * 1_000_000 + fraction;
    } else {
      micros = length <= 14 ? value * 1_000 : length <= 17 ? value : value / 1_000;
      fraction(b, to);
    }
    return at;
  }

  /// Any of the forms above, filling the whole slice or followed by a space.
  public int any(byte[] b, int from, int to) {
    if (from >= to) {
      return -1;
    }
    int end = Scan.digit(b[from]) ? epoch(b, from, to) : asctime(b, from, to);
    if (end < 0 && Scan.digit(b[from])) {
      end = iso(b, from, to);
      end = end < 0 ? access(b, from, to) : end;
    }
    return end;
  }

  /// A date such as `2026-11-24` in one slice and a time of day in another, in the offset of a
  /// third slice or, when that is empty, in the given zone. False when they are no time.
  public boolean parts(
      byte[] b, int date, int dateEnd, int time, int timeEnd, int zone, int zoneEnd, boolean utc) {
    if (dateEnd - date != 10 || timeEnd <= time) {
      return false;
    }
    int year = digits(b, date, 4);
    int month = digits(b, date + 5, 2);
    int day = digits(b, date + 8, 2);
    if (year < 0 || month < 0 || day < 0 || !clock(b, time, timeEnd)) {
      return false;
    }
    offset = utc ? 0 : NO_OFFSET;
    if (zoneEnd > zone) {
      at = zone;
      zone(b, zoneEnd);
    }
    return settle(Calendar.seconds(year, month, day, hour, minute, second)) >= 0;
  }

  private int settle(long local) {
    if (local == Calendar.NONE) {
      return -1;
    }
    long instant = offset == NO_OFFSET ? calendar.instant(local) : local - offset;
    micros = instant * 1_000_000 + fraction;
    return at;
  }

  /// `hh:mm:ss` with a fraction of any length after a point or a comma.
  private boolean clock(byte[] b, int from, int to) {
    offset = NO_OFFSET;
    fraction = 0;
    int i = from;
    if (i + 8 > to) {
      return false;
    }
    int two = b[i + 1] == ':' ? 1 : 2;
    if (i + two + 6 > to || b[i + two] != ':' || b[i + two + 3] != ':') {
      return false;
    }
    hour = digits(b, i, two);
    minute = digits(b, i + two + 1, 2);
    second = digits(b, i + two + 4, 2);
    at = i + two + 6;
    if (hour < 0 || minute < 0 || second < 0) {
      return false;
    }
    fraction(b, to);
    return true;
  }

  private void fraction(byte[] b, int to) {
    if (at + 1 >= to || (b[at] != '.' && b[at] != ',') || !Scan.digit(b[at + 1])) {
      return;
    }
    int unit = 100_000;
    for (at++; at < to && Scan.digit(b[at]); at++) {
      fraction += unit * (b[at] - '0');
      unit /= 10;
    }
  }

  /// An offset or the name of a zone where reading stands; a name that is not known stays unread.
  private void zone(byte[] b, int to) {
    int i = at < to && b[at] == ' ' ? at + 1 : at;
    if (i >= to) {
      return;
    }
    byte sign = b[i];
    if (sign == 'Z' && (i + 1 == to || !Character.isLetterOrDigit(b[i + 1]))) {
      offset = 0;
      at = i + 1;
    } else if ((sign == '+' || sign == '-') && i + 3 <= to) {
      int hours = digits(b, i + 1, 2);
      int rest = i + 3 < to && b[i + 3] == ':' ? i + 4 : i + 3;
      int minutes = rest + 2 <= to ? digits(b, rest, 2) : -1;
      if (hours >= 0 && hours <= 18) {
        int value = hours * 3600 + Math.max(minutes, 0) * 60;
        offset = sign == '-' ? -value : value;
        at = minutes < 0 ? i + 3 : rest + 2;
      }
    } else if (sign >= 'A' && sign <= 'W') {
      zoneName(b, i, to);
    }
  }

  private void zoneName(byte[] b, int from, int to) {
    int end = from;
    while (end < to && end - from < 5 && b[end] >= 'A' && b[end] <= 'Z') {
      end++;
    }
    boolean whole = end == to || b[end] == ' ' || b[end] == ':' || b[end] == ']';
    if (end - from < 3 || end - from > 4 || !whole) {
      return;
    }
    Integer hours = HOURS.get(new String(b, from, end - from, StandardCharsets.US_ASCII));
    if (hours != null) {
      offset = hours * 3600;
      at = end;
    }
  }

  private static int yearAt(byte[] b, int from, int to) {
    if (from + 4 > to || (from + 4 < to && Character.isLetterOrDigit(b[from + 4]))) {
      return -1;
    }
    int year = digits(b, from, 4);
    return year >= 1601 && year <= 2200 ? year : -1;
  }

  /// The month whose first three letters stand here, whatever their case; 0 when none do.
  private static int month(byte[] b, int from, int to) {
    if (from + 3 > to) {
      return 0;
    }
    int letters =
        ((b[from] & 0xff) << 16 | (b[from + 1] & 0xff) << 8 | (b[from + 2] & 0xff)) | 0x202020;
    return switch (letters) {
      case 'j' << 16 | 'a' << 8 | 'n' -> 1;
      case 'f' << 16 | 'e' << 8 | 'b' -> 2;
      case 'm' << 16 | 'a' << 8 | 'r' -> 3;
      case 'a' << 16 | 'p' << 8 | 'r' -> 4;
      case 'm' << 16 | 'a' << 8 | 'y' -> 5;
      case 'j' << 16 | 'u' << 8 | 'n' -> 6;
      case 'j' << 16 | 'u' << 8 | 'l' -> 7;
      case 'a' << 16 | 'u' << 8 | 'g' -> 8;
      case 's' << 16 | 'e' << 8 | 'p' -> 9;
      case 'o' << 16 | 'c' << 8 | 't' -> 10;
      case 'n' << 16 | 'o' << 8 | 'v' -> 11;
      case 'd' << 16 | 'e' << 8 | 'c' -> 12;
      default -> 0;
    };
  }

  private static int digitsEnd(byte[] b, int from, int to) {
    int i = from;
    while (i < to && Scan.digit(b[i])) {
      i++;
    }
    return i;
  }

  private static int digits(byte[] b, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      if (!Scan.digit(b[i])) {
        return -1;
      }
      value = 10 * value + b[i] - '0';
    }
    return value;
  }
}
