package fr.bastide.loop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.kernel.Money;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.memory.House;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanProgressTest {

  private final House house = House.withFewMeasures();
  private final PlanDesk desk = house.plans();
  private final Body body = house.body("Foix");
  private final Caller mayor = house.of(body, BodyRole.OFFICIAL);
  private final AssessmentId assessment = worst();
  private final StoredPlan plan = made();

  /// An assessment in which nothing is in place.
  private AssessmentId worst() {
    AssessmentId id = house.assessments().start(mayor, body.id(), Depth.FLASH).id();
    for (Question question : house.referential().questions(Depth.FLASH).toList()) {
      Answer none = Answer.declared(question.choices().getFirst().id());
      house.assessments().answer(mayor, body.id(), id, question.id(), none, 0);
    }
    return id;
  }

  private StoredPlan made() {
    Limits limits = new Limits(Money.euros(12_000), Optional.empty(), Optional.empty(), 40, 12);
    return desk.make(
        mayor, body.id(), assessment, new PlanDesk.Wish(limits, Set.of(), Map.of(), Set.of(), 1));
  }

  private void done(EvidenceLevel level) {
    for (PlanItem item : plan.items()) {
      desk.move(
          mayor,
          body.id(),
          plan.id(),
          new PlanDesk.Move(
              item.measure(), PlanItem.State.DONE, Optional.empty(), Optional.of(level), ""),
          1);
    }
  }

  private double low() {
    return desk.view(mayor, body.id(), plan.id()).today().total().low();
  }

  private Optional<Score.Interval> measured() {
    return desk.view(mayor, body.id(), plan.id()).measured();
  }

  @Test
  void evidenceGivenLongAfterACompletedAssessmentCountsAndThenExpires() {
    house.assessments().complete(mayor, body.id(), assessment);
    house.clock().advance(Duration.ofDays(30));
    done(EvidenceLevel.TECHNICAL_CHECK);
    double fresh = low();
    house.clock().advance(Duration.ofDays(1_000));
    assertThat(low()).isLessThan(fresh);
  }

  @Test
  void onlyAnotherAssessmentOfTheSameDepthMeasures() {
    house.clock().advance(Duration.ofDays(1));
    house.assessments().complete(mayor, body.id(), assessment);
    assertThat(measured()).isEmpty();
    house.clock().advance(Duration.ofDays(1));
    AssessmentId deeper = house.assessments().start(mayor, body.id(), Depth.STANDARD).id();
    house.assessments().complete(mayor, body.id(), deeper);
    assertThat(measured()).isEmpty();
    house.clock().advance(Duration.ofDays(1));
    AssessmentId flash = house.assessments().start(mayor, body.id(), Depth.FLASH).id();
    var completed = house.assessments().complete(mayor, body.id(), flash);
    assertThat(measured()).contains(completed.result().orElseThrow().total());
  }
}
