package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Matcher;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.OptionalInt;

/// Parts of dates as events write them (Sigma modifiers appendix, "Time Modifiers").
///
/// A date is `2026-11-24`, with `/` for `-` as well, perhaps with a time behind `T` or a blank,
/// perhaps with a zone: its parts are taken as written, nothing is converted. Ten digits alone are
/// seconds since 1970, thirteen milliseconds, sixteen microseconds, in UTC.
public final class DateParts {

  private DateParts() {}

  /// A part of the date a text tells; empty when it tells none. A week is that of ISO 8601.
  public static OptionalInt part(String text, Matcher.Unit unit) {
    if (text.length() < 10 || text.length() > 64) {
      return OptionalInt.empty();
    }
    try {
      long epoch = epoch(text);
      if (epoch != Long.MIN_VALUE) {
        return part(LocalDateTime.ofInstant(Instant.ofEpochMilli(epoch), ZoneOffset.UTC), unit);
      }
      LocalDate date = date(text);
      boolean clock = unit == Matcher.Unit.HOUR || unit == Matcher.Unit.MINUTE;
      return clock ? clock(text, unit) : part(date.atStartOfDay(), unit);
    } catch (DateTimeException noDate) {
      return OptionalInt.empty();
    }
  }

  private static OptionalInt part(LocalDateTime time, Matcher.Unit unit) {
    return OptionalInt.of(
        switch (unit) {
          case MINUTE -> time.getMinute();
          case HOUR -> time.getHour();
          case DAY -> time.getDayOfMonth();
          case WEEK -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
          case MONTH -> time.getMonthValue();
          case YEAR -> time.getYear();
        });
  }

  /// Milliseconds since 1970; the least number when the text is no number of that kind.
  private static long epoch(String text) {
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i >= 16) {
        return Long.MIN_VALUE;
      }
      number = 10 * number + digit;
    }
    return switch (text.length()) {
      case 10 -> 1_000 * number;
      case 13 -> number;
      case 16 -> number / 1_000;
      default -> Long.MIN_VALUE;
    };
  }

  private static LocalDate date(String text) {
    char separator = text.charAt(4);
    boolean separated = (separator == '-' || separator == '/') && text.charAt(7) == separator;
    if (!separated || digit(text, 10)) {
      throw new DateTimeException("no date");
    }
    return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
  }

  private static OptionalInt clock(String text, Matcher.Unit unit) {
    boolean written =
        text.length() >= 16
            && (text.charAt(10) == 'T' || text.charAt(10) == 't' || text.charAt(10) == ' ')
            && text.charAt(13) == ':'
            && !digit(text, 16);
    if (!written) {
      return OptionalInt.empty();
    }
    int hour = digits(text, 11, 13);
    int minute = digits(text, 14, 16);
    if (hour > 23 || minute > 59) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(unit == Matcher.Unit.HOUR ? hour : minute);
  }

  private static boolean digit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      if (!digit(text, i)) {
        throw new DateTimeException("no digit");
      }
      number = 10 * number + (text.charAt(i) - '0');
    }
    return number;
  }
}
