package fr.bastide.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.kernel.BodySize;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpiryTest {

  private static final Referential REFERENTIAL = Referential.builtin();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Question QUESTION =
      REFERENTIAL.questions(Depth.FLASH).findFirst().orElseThrow();

  private static final LocalDate MADE = TODAY.minusMonths(1);

  @Test
  void evidenceCountsOnItsLastDayAndIsPastOnTheNext() {
    assertThat(expiries(level(Optional.of(MADE), Optional.of(TODAY))))
        .singleElement()
        .extracting(Expiry::past)
        .isEqualTo(false);
    assertThat(expiries(level(Optional.of(MADE), Optional.of(TODAY.minusDays(1)))))
        .singleElement()
        .extracting(Expiry::past)
        .isEqualTo(true);
  }

  @Test
  void oneIsWarnedSixtyDaysAheadAndNotSooner() {
    assertThat(expiries(level(Optional.of(MADE), Optional.of(TODAY.plusDays(60))))).hasSize(1);
    assertThat(expiries(level(Optional.of(MADE), Optional.of(TODAY.plusDays(61))))).isEmpty();
  }

  @Test
  void withoutAnEndTheQuestionsOwnValidityRuns() {
    LocalDate made = TODAY.minusMonths(QUESTION.validityMonths());
    assertThat(expiries(level(Optional.of(made), Optional.empty())))
        .singleElement()
        .extracting(Expiry::last)
        .isEqualTo(made.plusMonths(QUESTION.validityMonths()));
    assertThat(expiries(level(Optional.of(made), Optional.of(TODAY.plusYears(9)))))
        .singleElement()
        .extracting(Expiry::last)
        .isEqualTo(made.plusMonths(QUESTION.validityMonths()));
    assertThat(expiries(level(Optional.empty(), Optional.empty()))).isEmpty();
  }

  @Test
  void wordsDoNotExpire() {
    assertThat(
            expiries(
                new Evidence(EvidenceLevel.DECLARED, Optional.empty(), Optional.of(TODAY), "")))
        .isEmpty();
  }

  private static Evidence level(Optional<LocalDate> date, Optional<LocalDate> expires) {
    return new Evidence(EvidenceLevel.DOCUMENT, date, expires, "");
  }

  private static List<Expiry> expiries(Evidence evidence) {
    Answer answer = new Answer.Given(QUESTION.choices().getLast().id(), evidence);
    AnswerSheet sheet =
        new AnswerSheet(Depth.FLASH, BodySize.SMALL, TODAY, Map.of(QUESTION.id(), answer));
    return Expiry.of(sheet, REFERENTIAL, TODAY);
  }
}
