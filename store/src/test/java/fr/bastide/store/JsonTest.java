package fr.bastide.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.plan.Plan;
import fr.bastide.loop.contract.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void aPlanComesBackAsItWas() {
    Plan plan = Samples.plan(List.of("a.one"));
    assertThat(Json.plan(Json.write(plan))).isEqualTo(plan);
  }

  @Test
  void aPlanKeptBeforeThresholdsSaidHowSureTheyAreIsStillRead() {
    String kept = Json.write(Samples.plan(List.of("a.one")));
    String older = kept.replace(",\"threshold\":\"HIGHEST\"", "");
    assertThat(older).isNotEqualTo(kept);
    assertThat(Json.plan(older).leftOut())
        .extracting(Plan.LeftOut::whyNot)
        .filteredOn(Plan.WhyNot.TooExpensive.class::isInstance)
        .extracting(why -> ((Plan.WhyNot.TooExpensive) why).threshold())
        .containsExactly(Plan.Threshold.AT_LEAST);
  }
}
