package fr.bastide.print.plot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Score;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private final Figures french = new Figures(Language.FR);
  private final Figures english = new Figures(Language.EN);

  @Test
  void aScoreNeverShowsAThresholdThatIsNotReached() {
    assertThat(french.score(69.99)).isEqualTo("69");
    assertThat(french.score(70 - 1e-12)).isEqualTo("70");
    assertThat(french.range(new Score.Interval(0, 50, 100))).isEqualTo("0–100");
  }

  @Test
  void numbersFollowTheLanguage() {
    assertThat(french.number(4.25)).isEqualTo("4,3");
    assertThat(english.number(4.2)).isEqualTo("4.2");
    assertThat(french.number(-0.01)).isEqualTo("0");
    assertThat(english.number(1_204)).isEqualTo("1,204");
    assertThat(english.money(Money.euros(12_500))).isEqualTo("€12,500");
    assertThat(french.money(Money.euros(12_500))).isEqualTo("12\u202f500\u00a0€");
  }

  @Test
  void datesDoNotBreakAndTheFirstIsAnOrdinalInFrench() {
    assertThat(french.day(LocalDate.of(2026, 12, 1))).isEqualTo("1er\u00a0décembre\u00a02026");
    assertThat(english.day(LocalDate.of(2026, 12, 1))).isEqualTo("1\u00a0December\u00a02026");
    assertThat(french.month(YearMonth.of(2026, 8))).isEqualTo("août\u00a02026");
    assertThat(french.shortDay(LocalDate.of(2026, 1, 9))).isEqualTo("09/01/2026");
  }
}
