package fr.bastide.web.plan;

import fr.bastide.assessment.Pooling;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.loop.plan.StoredPlan;
import fr.bastide.web.body.Scene;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What a plan stands on: an assessment, and what the body wished.
@Component
class Basis {

  private final AssessmentDesk assessments;

  Basis(AssessmentDesk assessments) {
    this.assessments = assessments;
  }

  /// The latest completed assessment, else the one under way once it has an answer.
  Optional<Assessment> of(Caller caller, Scene scene) {
    if (!scene.may(Act.READ_ASSESSMENT)) {
      return Optional.empty();
    }
    List<Assessment> all = assessments.ofBody(caller, scene.id());
    return all.stream()
        .filter(assessment -> !assessment.open())
        .findFirst()
        .or(() -> all.stream().filter(Basis::begun).findFirst());
  }

  /// The wish behind a plan that is kept. With how many bodies one buys is not kept: it is the
  /// least number at which the plan's shared prices hold.
  PlanDesk.Wish wish(StoredPlan plan) {
    int pooledWith =
        plan.plan().steps().stream()
            .filter(Plan.Step::pooled)
            .flatMap(step -> assessments.referential().measure(step.measure()).stream())
            .flatMap(measure -> measure.pooling().stream())
            .mapToInt(Pooling::fromBodies)
            .max()
            .orElse(1);
    return new PlanDesk.Wish(
        plan.limits(), doneFromTheStart(plan), plan.refused(), plan.forced(), pooledWith);
  }

  private static Set<String> doneFromTheStart(StoredPlan plan) {
    Set<String> done = new HashSet<>();
    plan.items().stream()
        .filter(item -> item.state() == PlanItem.State.DONE)
        .map(PlanItem::measure)
        .forEach(done::add);
    plan.plan().steps().forEach(step -> done.remove(step.measure()));
    return done;
  }

  private static boolean begun(Assessment assessment) {
    return assessment.result().filter(result -> result.answered() > 0).isPresent();
  }
}
