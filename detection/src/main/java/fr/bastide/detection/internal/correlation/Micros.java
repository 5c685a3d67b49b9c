package fr.bastide.detection.internal.correlation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/// Decimal numbers as whole millionths: sums of them are exact, whatever is added and taken away.
final class Micros {

  /// What is no decimal number.
  static final long NONE = Long.MIN_VALUE;

  /// How many decimals are kept.
  static final int DECIMALS = 6;

  /// The largest size; what is larger counts as that.
  static final long MOST = 9_000_000_000_000_000_000L;

  private static final int LONGEST = 64;
  private static final int EASY = 12;
  private static final int LARGEST_EXPONENT = 400;
  private static final long UNIT = 1_000_000;

  private Micros() {}

  /// The number that these bytes write; [#NONE] when they write none.
  static long parse(byte[] bytes, int from, int to) {
    boolean negative = from < to && bytes[from] == '-';
    int i = negative ? from + 1 : from;
    if (i == to || to - i > EASY) {
      return general(bytes, from, to);
    }
    long number = 0;
    for (; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return general(bytes, from, to);
      }
      number = 10 * number + digit;
    }
    long micros = number * UNIT;
    return negative ? -micros : micros;
  }

  private static long general(byte[] bytes, int from, int to) {
    if (from == to || to - from > LONGEST || !shaped(bytes, from, to)) {
      return NONE;
    }
    BigDecimal number;
    try {
      number = new BigDecimal(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    } catch (NumberFormatException _) {
      return NONE;
    }
    long size = (long) number.precision() - number.scale();
    if (number.signum() == 0 || size < -LARGEST_EXPONENT) {
      return 0;
    }
    if (size > DECIMALS + LONGEST) {
      return number.signum() * MOST;
    }
    BigDecimal micros = number.movePointRight(DECIMALS).setScale(0, RoundingMode.HALF_UP);
    BigDecimal most = BigDecimal.valueOf(MOST);
    return micros.abs().compareTo(most) > 0 ? number.signum() * MOST : micros.longValue();
  }

  /// Only the characters of a decimal number; at most ten of an exponent.
  private static boolean shaped(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      boolean known =
          (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E';
      if (!known) {
        return false;
      }
    }
    return true;
  }
}
