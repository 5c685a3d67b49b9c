package fr.bastide.web.plan;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.PlanId;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.loop.plan.PlanView;
import fr.bastide.web.body.Moments;
import fr.bastide.web.body.Scene;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads the plans of a body for their pages.
@Component
class PlanScreens {

  private final PlanDesk plans;
  private final Referential referential;
  private final InstantSource clock;

  PlanScreens(PlanDesk plans, AssessmentDesk assessments, InstantSource clock) {
    this.plans = plans;
    this.referential = assessments.referential();
    this.clock = clock;
  }

  Referential referential() {
    return referential;
  }

  Optional<PlanScreen> inForce(Caller caller, Scene scene) {
    return plans.inForce(caller, scene.id()).map(view -> screen(scene, view, true));
  }

  /// The plan in force, which the page cannot do without.
  ///
  /// @throws NotFound when there is none
  PlanScreen require(Caller caller, Scene scene) {
    return inForce(caller, scene).orElseThrow(NotFound::new);
  }

  PlanScreen older(Caller caller, Scene scene, PlanId id) {
    return screen(scene, plans.view(caller, scene.id(), id), false);
  }

  private PlanScreen screen(Scene scene, PlanView view, boolean inForce) {
    List<PlanRow> rows =
        view.plan().items().stream()
            .flatMap(item -> row(view.plan().plan(), item).stream())
            .toList();
    return new PlanScreen(scene, view, rows, inForce);
  }

  private Optional<PlanRow> row(Plan plan, PlanItem item) {
    Optional<Plan.Step> step =
        plan.steps().stream().filter(s -> s.measure().equals(item.measure())).findFirst();
    boolean waits = item.state() == PlanItem.State.TO_DO || item.state() == PlanItem.State.DOING;
    boolean late = waits && item.due().isBefore(Moments.on(clock.instant()));
    return referential
        .measure(item.measure())
        .map(measure -> new PlanRow(measure, item, step, late));
  }
}
