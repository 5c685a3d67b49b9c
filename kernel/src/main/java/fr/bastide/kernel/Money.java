package fr.bastide.kernel;

import java.math.BigDecimal;
import java.text.NumberFormat;

/// An amount of euros, counted in whole cents so that sums are exact.
///
/// @param cents the amount in euro cents; may be negative (a refund)
public record Money(long cents) implements Comparable<Money> {

  /// No euro at all.
  public static final Money ZERO = new Money(0);

  /// A whole number of euros.
  ///
  /// @throws ArithmeticException past 92 million billion euros
  public static Money euros(long euros) {
    return new Money(Math.multiplyExact(euros, 100L));
  }

  /// The sum of both amounts.
  public Money plus(Money other) {
    return new Money(Math.addExact(cents, other.cents));
  }

  /// The difference of both amounts.
  public Money minus(Money other) {
    return new Money(Math.subtractExact(cents, other.cents));
  }

  /// This amount, a whole number of times.
  public Money times(long factor) {
    return new Money(Math.multiplyExact(cents, factor));
  }

  /// The amount in euros as a decimal number with two digits.
  public BigDecimal toEuros() {
    return BigDecimal.valueOf(cents, 2);
  }

  /// The amount as people write it: `12 500 €` in French, `€12,500` in English; cents only when
  /// there are some. Spaces do not break.
  public String format(Language language) {
    NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
    format.setCurrency(java.util.Currency.getInstance("EUR"));
    int digits = cents % 100 == 0 ? 0 : 2;
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(toEuros()).replace(' ', '\u00a0');
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(cents, other.cents);
  }
}
