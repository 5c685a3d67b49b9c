package fr.bastide.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void isWrittenAsPeopleWriteIt() {
    assertThat(Money.euros(12_500).format(Language.FR)).isEqualTo("12\u202f500\u00a0€");
    assertThat(Money.euros(12_500).format(Language.EN)).isEqualTo("€12,500");
    assertThat(new Money(150).format(Language.FR)).isEqualTo("1,50\u00a0€");
    assertThat(new Money(-99).format(Language.EN)).isEqualTo("-€0.99");
  }

  @Test
  void countsExactly() {
    assertThat(new Money(10).plus(new Money(20)).minus(new Money(5))).isEqualTo(new Money(25));
    assertThat(Money.euros(3).times(4)).isEqualTo(Money.euros(12));
    assertThat(Money.euros(2)).isGreaterThan(Money.euros(1));
  }

  @Test
  void neverWrapsAround() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1)));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Money.euros(Long.MAX_VALUE / 10));
  }
}
