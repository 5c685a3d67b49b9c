package fr.bastide.telemetry.internal.taxonomy;

import fr.bastide.telemetry.Event;
import java.nio.charset.StandardCharsets;

/// Times written as one number since an epoch.
final class CountedTimes {

  /// Microseconds from 1601-01-01 to 1970-01-01.
  private static final long EPOCH_1601 = 11_644_473_600_000_000L;

  /// The year 9999 ends before this many microseconds since 1970.
  private static final long LATEST = 253_402_300_800_000_000L;

  private CountedTimes() {}

  /// A number whose unit is 10^`power` microseconds, perhaps with a fraction.
  static long scaled(byte[] bytes, int from, int to, int power) {
    boolean negative = from < to && bytes[from] == '-';
    int pos = negative ? from + 1 : from;
    int first = pos;
    long value = 0;
    while (pos < to && digit(bytes[pos]) && pos - first < 18) {
      value = 10 * value + (bytes[pos++] - '0');
    }
    if (pos == first || (pos < to && bytes[pos] != '.')) {
      return exponent(bytes, from, to, power);
    }
    pos++;
    for (int i = 0; i < power; i++) {
      if (value > LATEST) {
        return Event.NO_TIME;
      }
      boolean more = pos < to && digit(bytes[pos]);
      value = 10 * value + (more ? bytes[pos++] - '0' : 0);
    }
    while (pos < to && digit(bytes[pos])) {
      pos++;
    }
    if (pos < to) {
      return exponent(bytes, from, to, power);
    }
    return value > LATEST ? Event.NO_TIME : negative ? -value : value;
  }

  /// A number such as `1.785239093919123E9`, as some programs write large ones: exact to the
  /// microsecond within a double until the year 2255.
  private static long exponent(byte[] bytes, int from, int to, int power) {
    if (to - from > 32) {
      return Event.NO_TIME;
    }
    try {
      String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
      double micros = Double.parseDouble(text) * Math.pow(10, power);
      return Math.abs(micros) <= LATEST ? Math.round(micros) : Event.NO_TIME;
    } catch (NumberFormatException e) {
      return Event.NO_TIME; // no number in any notation
    }
  }

  /// A whole number whose unit is a part of a microsecond.
  static long divided(byte[] bytes, int from, int to, int parts) {
    long value = whole(bytes, from, to);
    return value == Event.NO_TIME ? value : Math.floorDiv(value, parts);
  }

  /// Units of 100 ns since 1601, as Windows counts.
  static long filetime(byte[] bytes, int from, int to) {
    long value = whole(bytes, from, to);
    long micros = value / 10 - EPOCH_1601;
    return value < 0 || micros > LATEST ? Event.NO_TIME : micros;
  }

  /// `/Date(milliseconds)/`, as .NET once wrote dates.
  static long jsonDate(byte[] bytes, int from, int to) {
    int open = from;
    while (open < to && bytes[open] != '(') {
      open++;
    }
    int close = open + 1;
    while (close < to && (digit(bytes[close]) || bytes[close] == '-')) {
      close++;
    }
    return close < to ? scaled(bytes, open + 1, close, 3) : Event.NO_TIME;
  }

  private static long whole(byte[] bytes, int from, int to) {
    if (from == to || to - from > 18 + 1) {
      return Event.NO_TIME;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      if (!digit(bytes[i])) {
        return Event.NO_TIME;
      }
      if (value > (Long.MAX_VALUE - 9) / 10) {
        return Event.NO_TIME;
      }
      value = 10 * value + (bytes[i] - '0');
    }
    return value;
  }

  static boolean digit(byte b) {
    return b >= '0' && b <= '9';
  }
}
