package fr.bastide.airlock.worker;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondLookTest {

  @Test
  void aDisarmerThatCopiesLetsNothingOut() {
    try (Workshop workshop =
        Workshop.open(new Settings(1, 1, 64, 50, CopyingCrafts.class.getName()))) {
      Passage danger = pass(workshop, "plan.svg", "<svg onload=\"x\"/>");
      assertThat(danger.outcome()).isEqualTo(new Outcome.Refused(Reason.AUDIT_FAILED, "svg"));
      assertThat(danger.audit())
          .isEqualTo(new Audit.Failed(List.of(new Finding(Threat.SCRIPT, "svg"))));
      assertThat(pass(workshop, "plan.svg", "<svg/>").outcome())
          .isInstanceOf(Outcome.Rebuilt.class);
    }
  }

  private static Passage pass(Workshop workshop, String name, String text) {
    return workshop.pass(
        Content.of(name, text.getBytes(StandardCharsets.UTF_8)), Policies.named("standard"));
  }
}
