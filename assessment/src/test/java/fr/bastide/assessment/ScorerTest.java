package fr.bastide.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.bastide.assessment.Answer.Given;
import fr.bastide.assessment.Answer.NotApplicable;
import fr.bastide.assessment.Score.Interval;
import fr.bastide.assessment.Score.QuestionScore;
import fr.bastide.assessment.Score.Standing;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScorerTest {

  private final Referential referential = Small.referential();
  private final Scorer scorer = new Scorer(referential);

  private QuestionScore question(AnswerSheet sheet, String id) {
    return scorer.score(sheet).questions().stream()
        .filter(question -> question.question().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Given given(String choice, EvidenceLevel level, LocalDate date) {
    return new Given(choice, new Evidence(level, Optional.of(date), Optional.empty(), ""));
  }

  @Test
  void nothingAnsweredIsAnythingFromZeroToHundred() {
    Score score = scorer.score(Small.sheet());
    assertThat(score.total()).isEqualTo(new Interval(0, 0, 100));
    assertThat(score.grade()).isEqualTo(Grade.E);
  }

  @Test
  void wordsAloneGiveAtMostEightyFivePointsAndNoA() {
    Score score =
        scorer.score(Small.sheet(Depth.FLASH, "doors.locked", "always", "copies.exist", "all"));
    assertThat(score.total().low()).isCloseTo(70, within(1e-9));
    assertThat(score.total().point()).isCloseTo(85, within(1e-9));
    assertThat(score.total().high()).isEqualTo(100);
    assertThat(score.uncapped()).isEqualTo(Grade.A);
    assertThat(score.grade()).isEqualTo(Grade.B);
    assertThat(score.caps())
        .containsExactly(new Score.CapBite(Score.VITAL_EVIDENCE, "copies.exist", Grade.B));
  }

  @Test
  void oneBarrierAtZeroIsNotBoughtBack() {
    AnswerSheet sheet =
        Small.sheet(Depth.FLASH)
            .with("doors.locked", given("always", EvidenceLevel.BACK_TESTED, Small.AT));
    Score score = scorer.score(sheet.with("copies.exist", Answer.declared("none")));
    // doors 1 (weight 2), copies 0 (weight 3): 100 * (5 / (2 / 1.25 + 3 / 0.25) - 0.25)
    assertThat(score.total().point()).isCloseTo(11.764706, within(1e-6));
    assertThat(score.grade()).isEqualTo(Grade.E);
  }

  @Test
  void capHoldsTheGradeDown() {
    Referential strict = Small.referential();
    Scale easy =
        new Scale(
            "easy",
            strict.scale().lowTrust(),
            strict.scale().pointTrust(),
            10,
            java.util.Map.of(Grade.A, 30.0, Grade.B, 20.0, Grade.C, 10.0, Grade.D, 5.0),
            strict.scale().caps(),
            EvidenceLevel.DECLARED);
    Referential lenient =
        new Referential("easy", easy, strict.themes(), strict.questions(), strict.measures());
    Scorer other = new Scorer(lenient);
    Score capped = other.score(Small.sheet("doors.locked", "always", "doors.cellar", "none"));
    assertThat(capped.uncapped()).isEqualTo(Grade.A);
    assertThat(capped.grade()).isEqualTo(Grade.C);
    assertThat(capped.caps().getFirst())
        .isEqualTo(new Score.CapBite("no-copy", "copies.exist", Grade.C));
  }

  @Test
  void withoutAFoundationThereIsNothingToRefine() {
    AnswerSheet sheet = Small.sheet("copies.exist", "none", "copies.tried", "yearly");
    QuestionScore tried = question(sheet, "copies.tried");
    assertThat(tried.standing()).isEqualTo(Standing.MOOT);
    assertThat(tried.value()).isEqualTo(new Interval(0, 0, 0));
    assertThat(tried.cost()).isPositive();
  }

  @Test
  void withAnUnknownFoundationTheAnswerCountsOnlyForHigh() {
    QuestionScore tried = question(Small.sheet("copies.tried", "yearly"), "copies.tried");
    assertThat(tried.standing()).isEqualTo(Standing.UNKNOWN);
    assertThat(tried.value()).isEqualTo(new Interval(0, 0, 1));
    QuestionScore never = question(Small.sheet("copies.tried", "never"), "copies.tried");
    assertThat(never.value()).isEqualTo(new Interval(0, 0, 0));
  }

  @Test
  void nothingExposedCountsAtItsBest() {
    QuestionScore hatch = question(Small.sheet("doors.cellar", "none"), "doors.hatch");
    assertThat(hatch.standing()).isEqualTo(Standing.NOT_EXPOSED);
    assertThat(hatch.value()).isEqualTo(new Interval(1, 1, 1));
  }

  @Test
  void unknownExposureCountsAsExposedExceptForHigh() {
    QuestionScore hatch = question(Small.sheet("doors.hatch", "open"), "doors.hatch");
    assertThat(hatch.standing()).isEqualTo(Standing.ANSWERED);
    assertThat(hatch.value()).isEqualTo(new Interval(0, 0, 1));
  }

  @Test
  void notApplicableCountsOnceASecondPersonAcceptedIt() {
    AnswerSheet asked =
        Small.sheet().with("copies.exist", new NotApplicable("on paper", Optional.empty()));
    assertThat(question(asked, "copies.exist").standing())
        .isEqualTo(Standing.NOT_APPLICABLE_PENDING);
    assertThat(question(asked, "copies.exist").value()).isEqualTo(new Interval(0, 0, 1));
    AnswerSheet accepted =
        asked.with("copies.exist", new NotApplicable("on paper", Optional.of("J. Dupont")));
    assertThat(question(accepted, "copies.exist").value()).isEqualTo(new Interval(1, 1, 1));
    assertThat(question(accepted, "copies.tried").standing()).isEqualTo(Standing.NOT_APPLICABLE);
  }

  @Test
  void evidenceCountsUntilItsLastDay() {
    LocalDate sixMonthsBefore = Small.AT.minusMonths(6);
    AnswerSheet valid =
        Small.sheet()
            .with("copies.exist", given("all", EvidenceLevel.TECHNICAL_CHECK, sixMonthsBefore));
    assertThat(question(valid, "copies.exist").trust()).contains(EvidenceLevel.TECHNICAL_CHECK);
    AnswerSheet stale =
        Small.sheet()
            .with(
                "copies.exist",
                given("all", EvidenceLevel.TECHNICAL_CHECK, sixMonthsBefore.minusDays(1)));
    assertThat(question(stale, "copies.exist").trust()).contains(EvidenceLevel.DECLARED);
    assertThat(question(stale, "copies.exist").value()).isEqualTo(new Interval(0.7, 0.85, 1));
  }

  @Test
  void anExpiryShortensTheQuestionsValidityAndNeverLengthensIt() {
    LocalDate made = Small.AT.minusMonths(2);
    assertThat(trust(Optional.of(made), Optional.of(Small.AT))).contains(EvidenceLevel.DOCUMENT);
    assertThat(trust(Optional.of(made), Optional.of(Small.AT.minusDays(1))))
        .contains(EvidenceLevel.DECLARED);
    assertThat(trust(Optional.of(Small.AT.minusYears(3)), Optional.of(LocalDate.of(2100, 1, 1))))
        .contains(EvidenceLevel.DECLARED);
  }

  @Test
  void evidenceWithoutADateOrOfTomorrowIsOnlyDeclared() {
    assertThat(trust(Optional.empty(), Optional.empty())).contains(EvidenceLevel.DECLARED);
    assertThat(trust(Optional.empty(), Optional.of(Small.AT.plusYears(70))))
        .contains(EvidenceLevel.DECLARED);
    assertThat(trust(Optional.of(Small.AT.plusDays(1)), Optional.empty()))
        .contains(EvidenceLevel.DECLARED);
    assertThat(trust(Optional.of(Small.AT), Optional.empty())).contains(EvidenceLevel.DOCUMENT);
  }

  private Optional<EvidenceLevel> trust(Optional<LocalDate> date, Optional<LocalDate> expires) {
    Evidence evidence = new Evidence(EvidenceLevel.DOCUMENT, date, expires, "");
    AnswerSheet sheet = Small.sheet().with("copies.exist", new Given("all", evidence));
    return question(sheet, "copies.exist").trust();
  }

  @Test
  void choiceOfAnotherReferentialCountsAsUnknown() {
    QuestionScore locked = question(Small.sheet("doors.locked", "sometimes"), "doors.locked");
    assertThat(locked.standing()).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void depthDecidesWhatIsAsked() {
    assertThat(scorer.score(Small.sheet(Depth.FLASH)).questions()).hasSize(2);
    assertThat(scorer.score(Small.sheet(Depth.STANDARD)).questions()).hasSize(4);
    assertThat(scorer.score(Small.sheet(Depth.FULL)).questions()).hasSize(5);
  }

  @Test
  void perfectionIsHundred() {
    LocalDate today = Small.AT;
    AnswerSheet sheet =
        Small.sheet("doors.cellar", "none")
            .with("doors.locked", given("always", EvidenceLevel.BACK_TESTED, today))
            .with("copies.exist", given("all", EvidenceLevel.BACK_TESTED, today))
            .with("copies.tried", given("yearly", EvidenceLevel.BACK_TESTED, today));
    Score score = scorer.score(sheet);
    assertThat(score.total()).isEqualTo(new Interval(100, 100, 100));
    assertThat(score.grade()).isEqualTo(Grade.A);
    assertThat(score.caps()).isEmpty();
  }

  @Test
  void changesAreComparedQuestionByQuestion() {
    Score before = scorer.score(Small.sheet("copies.exist", "some"));
    Score after = scorer.score(Small.sheet("copies.exist", "all"));
    Comparison comparison = scorer.compare(before, after);
    assertThat(comparison).isInstanceOf(Comparison.Change.class);
    Comparison.Change change = (Comparison.Change) comparison;
    assertThat(change.point()).isPositive();
    assertThat(change.questions())
        .extracting(Comparison.QuestionChange::question)
        .containsExactly("copies.exist");
  }

  @Test
  void scoresOfDifferentScalesOrDepthsAreNotCompared() {
    Score full = scorer.score(Small.sheet());
    Score flash = scorer.score(Small.sheet(Depth.FLASH));
    assertThat(scorer.compare(full, flash)).isInstanceOf(Comparison.Refused.class);
    Score later =
        new Score(
            "later",
            full.total(),
            full.grade(),
            full.uncapped(),
            full.caps(),
            full.themes(),
            full.questions());
    assertThat(scorer.compare(full, later)).isInstanceOf(Comparison.Refused.class);
  }
}
