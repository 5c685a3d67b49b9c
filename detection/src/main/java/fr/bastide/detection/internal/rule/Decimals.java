package fr.bastide.detection.internal.rule;

import java.math.BigDecimal;
import java.util.Optional;

/// Decimal numbers as events and rules write them, within bounds so that none is costly to compare.
public final class Decimals {

  /// How many characters a number may have.
  public static final int MAX_CHARS = 64;

  private static final int MAX_EXPONENT_DIGITS = 3;

  private Decimals() {}

  /// The number that this text is: an optional sign, digits with an optional point, an optional
  /// exponent of at most three digits; ASCII only and nothing around it. Empty when it is none.
  public static Optional<BigDecimal> parse(String text) {
    return isNumber(text) ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private static boolean isNumber(String text) {
    int length = text.length();
    if (length == 0 || length > MAX_CHARS) {
      return false;
    }
    int at = sign(text, 0);
    int whole = digits(text, at);
    int end = whole;
    int count = whole - at;
    if (whole < length && text.charAt(whole) == '.') {
      end = digits(text, whole + 1);
      count += end - whole - 1;
    }
    if (count == 0) {
      return false;
    }
    if (end < length && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int from = sign(text, end + 1);
      end = digits(text, from);
      if (end == from || end - from > MAX_EXPONENT_DIGITS) {
        return false;
      }
    }
    return end == length;
  }

  private static int sign(String text, int at) {
    boolean signed = at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
    return signed ? at + 1 : at;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
