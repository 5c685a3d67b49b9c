package fr.bastide.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SirenTest {

  @Test
  void readsAsPeopleWrite() {
    assertThat(Siren.parse(" 200 070\u00a0464 ").value()).isEqualTo("200070464");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20007046", "2000704640", "20007046A", "２00070464"})
  void refusesWhatIsNotNineDigits(String written) {
    assertThatExceptionOfType(InvalidIdentifier.class)
        .isThrownBy(() -> Siren.parse(written))
        .satisfies(e -> assertThat(e.text().fr()).contains("neuf chiffres"));
  }

  @Test
  void findsEverySingleTypingError() {
    String right = "200070464";
    for (int place = 0; place < 9; place++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String typed = right.substring(0, place) + digit + right.substring(place + 1);
        if (!typed.equals(right)) {
          assertThatExceptionOfType(InvalidIdentifier.class)
              .as(typed)
              .isThrownBy(() -> new Siren(typed))
              .satisfies(e -> assertThat(e.text().en()).contains("typing error"));
        }
      }
    }
  }
}
