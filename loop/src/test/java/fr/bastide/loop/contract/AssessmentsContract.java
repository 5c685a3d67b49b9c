package fr.bastide.loop.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Grade;
import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.Assessments;
import fr.bastide.loop.assess.Assessments.PastAnswer;
import fr.bastide.loop.assess.Result;
import fr.bastide.loop.assess.Saved;
import fr.bastide.loop.assess.StoredAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What [Assessments] promises.
public abstract class AssessmentsContract extends Contract {

  private static final String QUESTION = "backups.offline";

  private BodyId body = new BodyId("other-none");
  private Caller mayor = Caller.VISITOR;

  @BeforeEach
  void aBodyAndItsMayor() {
    body = existingBody();
    mayor = official(body);
  }

  private Assessments assessments() {
    return ports().assessments();
  }

  private AccountId author() {
    return mayor.account().orElseThrow();
  }

  private Assessment again(AssessmentId id) {
    return inside(mayor, () -> assessments().find(id)).orElseThrow();
  }

  private Assessment keep(Assessment assessment) {
    by(mayor, () -> assessments().add(assessment));
    return assessment;
  }

  private AssessmentId fresh() {
    return keep(Samples.assessment(body, author(), Samples.NOON)).id();
  }

  private boolean close(AssessmentId id, Instant at) {
    return inside(mayor, () -> assessments().complete(id, at, Samples.result(50, Grade.C)));
  }

  private StoredAnswer answer(String question, Answer answer, Instant at) {
    return new StoredAnswer(question, answer, 0, author(), "Zoé Lefèvre-Œil", at);
  }

  private StoredAnswer answer(Answer answer) {
    return answer(QUESTION, answer, Samples.NOON);
  }

  private static StoredAnswer numbered(StoredAnswer a, int version) {
    return new StoredAnswer(a.question(), a.answer(), version, a.author(), a.authorName(), a.at());
  }

  private Saved save(AssessmentId id, StoredAnswer answer, int seen) {
    return inside(mayor, () -> assessments().save(id, answer, seen));
  }

  private Map<String, StoredAnswer> answers(AssessmentId id) {
    return inside(mayor, () -> assessments().answers(id));
  }

  private List<PastAnswer> history(AssessmentId id, String question) {
    return inside(mayor, () -> assessments().history(id, question));
  }

  @Test
  void comesBackAsItWasKeptAtEveryDepth() {
    for (Depth depth : Depth.values()) {
      Assessment kept =
          keep(
              new Assessment(
                  AssessmentId.random(),
                  body,
                  depth,
                  "réf-2026.1",
                  Samples.NOON,
                  author(),
                  Optional.empty(),
                  Optional.empty(),
                  depth == Depth.FULL));
      assertThat(again(kept.id())).isEqualTo(kept);
      assertThat(inside(mayor, () -> assessments().hold(kept.id()))).contains(kept);
      close(kept.id(), Samples.NOON);
    }
    assertThat(inside(mayor, () -> assessments().find(AssessmentId.random()))).isEmpty();
    assertThat(inside(mayor, () -> assessments().hold(AssessmentId.random()))).isEmpty();
  }

  @Test
  void listsThoseOfABodyNewestFirst() {
    Assessment second = keep(Samples.assessment(body, author(), Samples.NOON.plusSeconds(60)));
    close(second.id(), Samples.NOON.plusSeconds(90));
    Assessment third = keep(Samples.assessment(body, author(), Samples.NOON.plusSeconds(120)));
    close(third.id(), Samples.NOON.plusSeconds(150));
    Assessment first = keep(Samples.assessment(body, author(), Samples.NOON));
    existingAssessment(existingBody());
    assertThat(inside(mayor, () -> assessments().ofBody(body)))
        .extracting(Assessment::id)
        .containsExactly(third.id(), second.id(), first.id());
  }

  @Test
  void oneIsOpenAtATime() {
    AssessmentId first = fresh();
    assertThatThrownBy(() -> fresh()).isInstanceOf(Conflict.class);
    assertThat(inside(mayor, () -> assessments().ofBody(body))).hasSize(1);
    close(first, Samples.NOON);
    fresh();
    assertThat(inside(mayor, () -> assessments().ofBody(body))).hasSize(2);
  }

  @Test
  void oneOfThoseStartedAtOnceIsKept() {
    List<Boolean> started =
        atOnce(
            CROWD,
            i -> {
              try {
                fresh();
                return true;
              } catch (Conflict oneIsOpen) {
                return false;
              }
            });
    assertThat(started).containsOnlyOnce(true);
    assertThat(inside(mayor, () -> assessments().ofBody(body))).hasSize(1);
  }

  @Test
  void keepsEveryKindOfAnswerWhole() {
    AssessmentId id = fresh();
    Optional<LocalDate> date = Optional.of(LocalDate.of(2026, 2, 28));
    Optional<LocalDate> expires = Optional.of(LocalDate.of(2027, 2, 28));
    List<Answer> all =
        List.of(
            Answer.UNKNOWN,
            Answer.declared("monthly"),
            new Answer.Given(
                "weekly", new Evidence(EvidenceLevel.DOCUMENT, date, Optional.empty(), "")),
            new Answer.Given(
                "daily",
                new Evidence(EvidenceLevel.TECHNICAL_CHECK, Optional.empty(), expires, "x")),
            new Answer.Given(
                "tested", new Evidence(EvidenceLevel.BACK_TESTED, date, expires, Samples.FRENCH)),
            new Answer.Given(
                "long", new Evidence(EvidenceLevel.DECLARED, date, expires, "é".repeat(2_000))),
            new Answer.NotApplicable(Samples.FRENCH, Optional.empty()),
            new Answer.NotApplicable("é".repeat(1_000), Optional.of("Noé d’Œuf")));
    for (int i = 0; i < all.size(); i++) {
      StoredAnswer sent = answer("theme.question-" + i, all.get(i), Samples.NOON.plusSeconds(i));
      assertThat(save(id, sent, 0)).isEqualTo(new Saved.Kept(numbered(sent, 1)));
      assertThat(answers(id)).containsEntry(sent.question(), numbered(sent, 1));
      assertThat(history(id, sent.question()))
          .containsExactly(new PastAnswer(numbered(sent, 1), false));
    }
    assertThat(answers(id)).hasSize(all.size());
  }

  @Test
  void countsVersionsAndKeepsTheHistoryNewestFirst() {
    AssessmentId id = fresh();
    StoredAnswer first = answer(QUESTION, Answer.UNKNOWN, Samples.NOON);
    StoredAnswer second = answer(QUESTION, Answer.declared("daily"), Samples.NOON.plusSeconds(1));
    StoredAnswer third = answer(QUESTION, Answer.declared("weekly"), Samples.NOON.plusSeconds(2));
    save(id, first, 0);
    save(id, second, 1);
    assertThat(save(id, third, 2)).isEqualTo(new Saved.Kept(numbered(third, 3)));
    assertThat(answers(id)).containsOnly(Map.entry(QUESTION, numbered(third, 3)));
    assertThat(history(id, QUESTION))
        .containsExactly(
            new PastAnswer(numbered(third, 3), false),
            new PastAnswer(numbered(second, 2), false),
            new PastAnswer(numbered(first, 1), false));
    assertThat(history(id, "backups.other")).isEmpty();
  }

  @Test
  void anAnswerThatComesTooLateOverwritesNothingAndIsNotLost() {
    AssessmentId id = fresh();
    StoredAnswer first = answer(Answer.declared("daily"));
    save(id, first, 0);
    for (int seen : new int[] {0, 2, 7, -1}) {
      StoredAnswer late = answer(Answer.declared("late-" + seen));
      Saved.Stale stale = (Saved.Stale) save(id, late, seen);
      assertThat(stale.theirs()).isEqualTo(numbered(first, 1));
      assertThat(stale.yours().answer()).isEqualTo(late.answer());
      PastAnswer newest = history(id, QUESTION).getFirst();
      assertThat(newest.tooLate()).isTrue();
      assertThat(newest.answer().answer()).isEqualTo(late.answer());
      assertThat(newest.answer().authorName()).isEqualTo(late.authorName());
    }
    assertThat(answers(id)).containsOnly(Map.entry(QUESTION, numbered(first, 1)));
    assertThat(history(id, QUESTION)).hasSize(5);
  }

  @Test
  void nobodyCanHaveSeenAnAnswerThatNeverWas() {
    AssessmentId id = fresh();
    assertThatThrownBy(() -> save(id, answer(Answer.UNKNOWN), 3)).isInstanceOf(NotFound.class);
    assertThat(answers(id)).isEmpty();
    assertThat(history(id, QUESTION)).isEmpty();
  }

  @Test
  void oneOfThoseWhoAnswerAtOnceIsKeptAndTheOthersAreTold() {
    AssessmentId id = fresh();
    for (int round = 0; round < 5; round++) {
      int seen = round;
      List<Saved> outcomes =
          atOnce(CROWD, i -> save(id, answer(Answer.declared("r" + seen + "-" + i)), seen));
      List<StoredAnswer> kept =
          outcomes.stream()
              .filter(Saved.Kept.class::isInstance)
              .map(outcome -> ((Saved.Kept) outcome).answer())
              .toList();
      assertThat(kept).hasSize(1);
      assertThat(kept.getFirst().version()).isEqualTo(seen + 1);
      assertThat(answers(id)).containsOnly(Map.entry(QUESTION, kept.getFirst()));
    }
    List<PastAnswer> history = history(id, QUESTION);
    assertThat(history).hasSize(5 * CROWD);
    assertThat(history.stream().map(past -> past.answer().answer()).distinct()).hasSize(5 * CROWD);
    assertThat(history.stream().filter(past -> !past.tooLate()).map(p -> p.answer().version()))
        .containsExactly(5, 4, 3, 2, 1);
  }

  @Test
  void whoeverHoldsItNextSeesWhatWasSavedBefore() {
    AssessmentId id = fresh();
    atOnce(
        CROWD,
        i ->
            inside(
                mayor,
                () -> {
                  assessments().hold(id);
                  assessments().save(id, answer("q.n" + i, Answer.UNKNOWN, Samples.NOON), 0);
                  int known = assessments().answers(id).size();
                  Result r = Samples.result(50, Grade.C);
                  assessments()
                      .setResult(
                          id, new Result(r.scale(), r.total(), r.grade(), r.themes(), known, 83));
                  return known;
                }));
    assertThat(again(id).result().orElseThrow().answered()).isEqualTo(CROWD);
  }

  @Test
  void carriesFirstAnswersOver() {
    AssessmentId id = fresh();
    List<StoredAnswer> carried =
        List.of(
            numbered(answer("a.one", Answer.UNKNOWN, Samples.NOON), 1),
            numbered(answer("a.two", Answer.declared("daily"), Samples.NOON.minusSeconds(9)), 1));
    by(mayor, () -> assessments().addAnswers(id, carried));
    by(mayor, () -> assessments().addAnswers(id, List.of()));
    assertThat(answers(id))
        .containsOnly(
            Map.entry("a.one", carried.getFirst()), Map.entry("a.two", carried.getLast()));
    assertThat(history(id, "a.one")).containsExactly(new PastAnswer(carried.getFirst(), false));
    StoredAnswer next = answer("a.one", Answer.declared("daily"), Samples.NOON);
    assertThat(save(id, next, 1)).isEqualTo(new Saved.Kept(numbered(next, 2)));
  }

  @Test
  void answersOfAnotherAssessmentStayApart() {
    AssessmentId id = fresh();
    save(id, answer(Answer.UNKNOWN), 0);
    BodyId other = existingBody();
    Caller stranger = official(other);
    AssessmentId foreign = existingAssessment(other);
    assertThat(inside(stranger, () -> assessments().answers(foreign))).isEmpty();
    assertThat(inside(stranger, () -> assessments().history(foreign, QUESTION))).isEmpty();
  }

  @Test
  void keepsTheLatestResultOfEveryGradeToTheLastBit() {
    AssessmentId id = fresh();
    for (Grade grade : Grade.values()) {
      Result result = Samples.result(100.0 / (3 + grade.ordinal()), grade);
      by(mayor, () -> assessments().setResult(id, result));
      assertThat(again(id).result()).contains(result);
      assertThat(again(id).open()).isTrue();
    }
  }

  @Test
  void isCompletedOnceAndThenNothingChangesIt() {
    AssessmentId id = fresh();
    save(id, answer(Answer.declared("daily")), 0);
    Result last = Samples.result(77.7, Grade.B);
    Instant at = Samples.NOON.plusSeconds(60);
    assertThat(inside(mayor, () -> assessments().complete(id, at, last))).isTrue();
    Assessment completed = again(id);
    assertThat(completed.completedAt()).contains(at);
    assertThat(completed.result()).contains(last);

    assertThat(close(id, at.plusSeconds(1))).isFalse();
    assertThat(close(AssessmentId.random(), at)).isFalse();
    by(mayor, () -> assessments().setResult(id, Samples.result(1, Grade.E)));
    assertThatThrownBy(() -> save(id, answer(Answer.UNKNOWN), 1)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> save(id, answer("q.new", Answer.UNKNOWN, at), 0))
        .isInstanceOf(Conflict.class);
    assertThat(again(id)).isEqualTo(completed);
    assertThat(answers(id)).hasSize(1);
    assertThat(history(id, QUESTION)).hasSize(1);
  }

  @Test
  void nobodyAnswersWhileSomebodyCompletes() {
    AssessmentId id = fresh();
    atOnce(
        CROWD,
        i ->
            inside(
                mayor,
                () -> {
                  if (assessments().hold(id).orElseThrow().open()) {
                    if (i == CROWD / 2) {
                      Result r = Samples.result(50, Grade.C);
                      int known = assessments().answers(id).size();
                      Result last =
                          new Result(r.scale(), r.total(), r.grade(), r.themes(), known, 83);
                      assessments().complete(id, Samples.NOON, last);
                    } else {
                      assessments().save(id, answer("q.n" + i, Answer.UNKNOWN, Samples.NOON), 0);
                    }
                  }
                  return i;
                }));
    assertThat(again(id).result().orElseThrow().answered()).isEqualTo(answers(id).size());
  }

  @Test
  void oneOfThoseWhoCompleteAtOnceDoes() {
    AssessmentId id = fresh();
    assertThat(atOnce(CROWD, i -> close(id, Samples.NOON.plusSeconds(i)))).containsOnlyOnce(true);
  }
}
