package fr.bastide.web.plan;

import fr.bastide.kernel.Money;
import java.math.BigDecimal;
import java.util.Optional;

/// Reads amounts and numbers as people type them: `15 000`, `15.000 €`, `15000,50`, `€15,000`.
final class Amounts {

  private static final int MOST_DIGITS = 12;

  private Amounts() {}

  /// An amount of euros, cents at most; empty when it is none.
  static Optional<Money> money(String typed) {
    return number(typed.replace("€", ""))
        .filter(number -> number.scale() <= 2)
        .map(number -> new Money(number.movePointRight(2).longValueExact()));
  }

  /// A number without sign; empty when it is none.
  static Optional<BigDecimal> number(String typed) {
    StringBuilder plain = new StringBuilder();
    for (char c : typed.strip().toCharArray()) {
      if (c != ' ' && c != '\u00a0' && c != '\u202f') {
        plain.append(c == ',' ? '.' : c);
      }
    }
    String written = withoutThousands(plain.toString());
    boolean allowed =
        !written.isEmpty()
            && written.length() <= MOST_DIGITS
            && written.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))
            && written.indexOf('.') == written.lastIndexOf('.')
            && !written.startsWith(".")
            && !written.endsWith(".");
    return allowed ? Optional.of(new BigDecimal(written)) : Optional.empty();
  }

  /// A point before exactly three digits groups thousands: nobody types a thousandth of a euro.
  private static String withoutThousands(String number) {
    String rest = number;
    int point = rest.indexOf('.');
    while (point > 0 && groups(rest, point)) {
      rest = rest.substring(0, point) + rest.substring(point + 1);
      point = rest.indexOf('.', point);
    }
    return rest;
  }

  private static boolean groups(String number, int point) {
    int end = number.indexOf('.', point + 1);
    int digits = (end < 0 ? number.length() : end) - point - 1;
    return digits == 3 && !number.startsWith("0");
  }
}
