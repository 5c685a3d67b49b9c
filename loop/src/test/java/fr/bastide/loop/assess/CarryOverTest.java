package fr.bastide.loop.assess;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Question;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.memory.House;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CarryOverTest {

  private final House house = new House();
  private final AssessmentDesk desk = house.assessments();
  private final Body body = house.body("Foix");
  private final Caller mayor = house.of(body, BodyRole.OFFICIAL);
  private final Caller referent = house.of(body, BodyRole.REFERENT);
  private final Question question =
      house.referential().questions(Depth.FLASH).findFirst().orElseThrow();
  private final Question fullOnly =
      house
          .referential()
          .questions(Depth.FULL)
          .filter(q -> q.depth() == Depth.FULL)
          .findFirst()
          .orElseThrow();

  private void answer(Caller caller, AssessmentId id, Answer answer, int seen) {
    desk.answer(caller, body.id(), id, question.id(), answer, seen);
  }

  private Answer best() {
    return Answer.declared(question.choices().getLast().id());
  }

  private Answer worst() {
    return Answer.declared(question.choices().getFirst().id());
  }

  @Test
  void theLatestAnswerOfEachQuestionIsCarriedOverAShorterAssessment() {
    AssessmentId first = desk.start(mayor, body.id(), Depth.FULL).id();
    Evidence proof =
        new Evidence(
            EvidenceLevel.DOCUMENT,
            Optional.of(LocalDate.of(2026, 11, 2)),
            Optional.of(LocalDate.of(2027, 11, 2)),
            "procès-verbal");
    Answer proved = new Answer.Given(fullOnly.choices().getLast().id(), proof);
    desk.answer(mayor, body.id(), first, fullOnly.id(), proved, 0);
    answer(mayor, first, best(), 0);
    Instant then = house.clock().instant();
    desk.complete(mayor, body.id(), first);
    house.clock().advance(Duration.ofDays(1));
    AssessmentId flash = desk.start(mayor, body.id(), Depth.FLASH).id();
    answer(referent, flash, worst(), 1);
    Instant later = house.clock().instant();
    desk.complete(mayor, body.id(), flash);
    house.clock().advance(Duration.ofDays(1));
    Map<String, StoredAnswer> told = desk.carried(mayor, body.id());
    AssessmentId next = desk.start(mayor, body.id(), Depth.FULL).id();
    Map<String, StoredAnswer> answers = desk.view(mayor, body.id(), next).answers();
    assertThat(answers).isEqualTo(told).containsOnlyKeys(question.id(), fullOnly.id());
    assertThat(answers.get(fullOnly.id()))
        .isEqualTo(
            new StoredAnswer(
                fullOnly.id(), proved, 1, mayor.account().orElseThrow(), mayor.name(), then));
    assertThat(answers.get(question.id()))
        .isEqualTo(
            new StoredAnswer(
                question.id(),
                worst(),
                1,
                referent.account().orElseThrow(),
                referent.name(),
                later));
  }

  @Test
  void anAnswerThatNoLongerFitsIsNotReplacedByAnOlderOne() {
    completed(question.choices().getLast().id(), 2_000);
    assertThat(desk.carried(mayor, body.id())).containsOnlyKeys(question.id());
    completed("gone", 1_000);
    assertThat(desk.carried(mayor, body.id())).isEmpty();
    completed(question.choices().getFirst().id(), 1);
    assertThat(desk.carried(mayor, body.id()))
        .extractingByKey(question.id())
        .returns(worst(), StoredAnswer::answer);
  }

  /// A completed assessment of so many seconds ago, with one answer.
  private void completed(String choice, long secondsAgo) {
    Instant at = house.clock().instant().minusSeconds(secondsAgo);
    AssessmentId id = AssessmentId.random();
    AccountId author = mayor.account().orElseThrow();
    house
        .ports()
        .assessments()
        .add(
            new Assessment(
                id,
                body.id(),
                Depth.FLASH,
                "2020.1",
                at,
                author,
                Optional.empty(),
                Optional.empty(),
                false));
    house
        .ports()
        .assessments()
        .addAnswers(
            id,
            List.of(
                new StoredAnswer(question.id(), Answer.declared(choice), 1, author, "Zoé", at)));
    Result result = Result.of(desk.view(mayor, body.id(), id).score());
    house.ports().assessments().complete(id, at, result);
  }
}
