package fr.bastide.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15000 | 1500000",
        "15 000 | 1500000",
        "15\u202f000\u00a0€ | 1500000",
        "€15,000 | 1500000",
        "15.000 | 1500000",
        "1,500,000 | 150000000",
        "15000,5 | 1500050",
        "15 000,50 € | 1500050",
        "15,000.50 | 1500050",
        "0 | 0",
        "0.50 | 50",
      })
  void areReadAsPeopleTypeThem(String typed, long cents) {
    assertThat(Amounts.money(typed)).contains(new Money(cents));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "€",
        "beaucoup",
        "-5",
        "1e9",
        "15,0000",
        "1.2.3",
        ".5",
        "5.",
        "0x10",
        "٣",
        "9999999999999999",
        "NaN",
        "15 000 EUR",
        "0.005"
      })
  void areRefusedWhenTheyAreNone(String typed) {
    assertThat(Amounts.money(typed)).isEmpty();
  }
}
