package fr.bastide.loop.memory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Score;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.body.Body;
import org.junit.jupiter.api.Test;

class HouseTest {

  /// The example of the module's README, word for word.
  @Test
  void theReadmesExampleRuns() {
    House house = new House();
    Body foix = house.body("Foix");
    Caller mayor = house.of(foix, BodyRole.OFFICIAL);

    AssessmentId id = house.assessments().start(mayor, foix.id(), Depth.FLASH).id();
    Question first = house.referential().questions(Depth.FLASH).findFirst().orElseThrow();
    Answer best = Answer.declared(first.choices().getLast().id());
    house.assessments().answer(mayor, foix.id(), id, first.id(), best, 0);

    Score score = house.assessments().view(mayor, foix.id(), id).score();
    assertThat(score.total().point()).isPositive();
    assertThat(house.acts()).containsExactly("START_ASSESSMENT", "ANSWER");
  }
}
