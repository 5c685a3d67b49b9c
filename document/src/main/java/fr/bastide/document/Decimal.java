package fr.bastide.document;

import java.math.BigDecimal;
import java.util.Optional;

/// Decimal numbers as files hold them: digits and one point; no exponent, no infinity.
public final class Decimal {

  private static final int LONGEST = 16;

  private Decimal() {}

  /// The number written, if it is one.
  public static Optional<Double> parse(String text) {
    int digits = 0;
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        points++;
      } else if (c != '-' || i > 0) {
        return Optional.empty();
      }
    }
    return digits == 0 || points > 1 || text.length() > LONGEST
        ? Optional.empty()
        : Optional.of(Double.parseDouble(text));
  }

  /// The number as people write it, without a useless `.0` nor an exponent.
  public static String format(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
