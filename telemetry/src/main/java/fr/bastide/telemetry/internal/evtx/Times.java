package fr.bastide.telemetry.internal.evtx;

import fr.bastide.telemetry.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The two forms of time in records: FILETIME, tenths of microseconds since 1601, and SYSTEMTIME, a
/// calendar date with milliseconds. Written to the microsecond.
final class Times {

  private static final long TENTHS_PER_DAY = 864_000_000_000L;
  private static final long MICROS_1601_TO_1970 = 11_644_473_600_000_000L;
  private static final int LONGEST = 32;

  private Times() {}

  /// A FILETIME in microseconds since 1970; [Event#NO_TIME] when it is negative.
  static long micros(long fileTime) {
    return fileTime < 0 ? Event.NO_TIME : fileTime / 10 - MICROS_1601_TO_1970;
  }

  /// The time that a value gives, in microseconds since 1970; [Event#NO_TIME] when it gives none.
  static long of(int type, byte[] bytes, int from, int to) {
    if (type == ValueType.FILETIME && to - from == Long.BYTES) {
      return micros(LittleEndian.i64(bytes, from));
    }
    if (type != ValueType.STRING && type != ValueType.SYSTEMTIME) {
      return Event.NO_TIME;
    }
    Bytes out = new Bytes();
    ValueText.write(type, bytes, from, to, out);
    return parse(out.text());
  }

  /// A time as text, such as `2025-11-27T07:40:10.165324Z`, in microseconds since 1970;
  /// [Event#NO_TIME] when it is none.
  static long parse(String text) {
    try {
      return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text));
    } catch (DateTimeException | ArithmeticException noTime) {
      return Event.NO_TIME;
    }
  }

  /// Adds a FILETIME; a negative one, which Windows refuses, as a number.
  static void fileTime(long time, Bytes out) {
    if (time < 0) {
      ValueText.decimal(time, out);
      return;
    }
    long day = time / TENTHS_PER_DAY;
    int micros = (int) (time % TENTHS_PER_DAY / 10 % 1_000_000);
    int seconds = (int) (time % TENTHS_PER_DAY / 10_000_000);
    // days since 1601 counted from March, so that the leap day is the last of its year
    int shifted = (int) day + 306;
    int era = shifted / 146_097;
    int dayOfEra = shifted % 146_097;
    int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int month = (5 * dayOfYear + 2) / 153;
    int year = 1600 + 400 * era + yearOfEra + (month >= 10 ? 1 : 0);
    date(year, month < 10 ? month + 3 : month - 9, dayOfYear - (153 * month + 2) / 5 + 1, out);
    clock(seconds / 3600, seconds / 60 % 60, seconds % 60, micros, out);
  }

  /// Adds the SYSTEMTIME that stands there: year, month, day of the week, day, hour, minute,
  /// second, millisecond, two bytes each.
  static void systemTime(byte[] bytes, int from, Bytes out) {
    date(part(bytes, from, 0), part(bytes, from, 1), part(bytes, from, 3), out);
    clock(
        part(bytes, from, 4),
        part(bytes, from, 5),
        part(bytes, from, 6),
        Math.min(999, part(bytes, from, 7)) * 1_000,
        out);
  }

  private static int part(byte[] bytes, int from, int i) {
    return LittleEndian.u16(bytes, from + 2 * i);
  }

  private static void date(int year, int month, int day, Bytes out) {
    out.room(LONGEST);
    if (year > 9_999) {
      ValueText.decimal(year, out);
    } else {
      two(year / 100, out);
      two(year % 100, out);
    }
    out.array[out.end++] = '-';
    two(month, out);
    out.array[out.end++] = '-';
    two(day, out);
  }

  private static void clock(int hour, int minute, int second, int micros, Bytes out) {
    out.room(LONGEST);
    out.array[out.end++] = 'T';
    two(hour, out);
    out.array[out.end++] = ':';
    two(minute, out);
    out.array[out.end++] = ':';
    two(second, out);
    out.array[out.end++] = '.';
    two(micros / 10_000, out);
    two(micros / 100 % 100, out);
    two(micros % 100, out);
    out.array[out.end++] = 'Z';
  }

  private static void two(int value, Bytes out) {
    out.array[out.end++] = (byte) ('0' + value / 10 % 10);
    out.array[out.end++] = (byte) ('0' + value % 10);
  }
}
