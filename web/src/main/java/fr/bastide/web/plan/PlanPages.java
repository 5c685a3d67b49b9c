package fr.bastide.web.plan;

import fr.bastide.assessment.plan.Planner.BudgetPoint;
import fr.bastide.loop.PlanId;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.Plans;
import fr.bastide.web.body.Scene;
import fr.bastide.web.body.Scenes;
import fr.bastide.web.frame.Page;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The plan of a body: as list, board, timeline, budget curve and sheet for the wall; older plans.
@Controller
@RequestMapping("/bodies/{body}/plan")
class PlanPages {

  private static final int CURVE_POINTS = 12;

  private final Templates templates = new StaticTemplates();
  private final Scenes scenes;
  private final PlanScreens screens;
  private final PlanDesk plans;
  private final Basis basis;

  PlanPages(Scenes scenes, PlanScreens screens, PlanDesk plans, Basis basis) {
    this.scenes = scenes;
    this.screens = screens;
    this.plans = plans;
    this.basis = basis;
  }

  @GetMapping
  Page list(
      Caller caller, @PathVariable String body, @RequestParam(defaultValue = "") String saved) {
    Scene scene = scenes.of(caller, body);
    Optional<PlanScreen> plan = screens.inForce(caller, scene);
    if (plan.isEmpty()) {
      boolean ready = basis.of(caller, scene).isPresent();
      return Page.of(frame -> templates.planEmpty(frame, scene, ready));
    }
    int older = plans.ofBody(caller, scene.id()).size() - 1;
    return Page.of(frame ->
        templates.planList(
            frame, plan.get(), new Reasons(frame, screens.referential()), older, !saved.isEmpty()));
  }

  @GetMapping("/board")
  Page board(
      Caller caller, @PathVariable String body, @RequestParam(defaultValue = "") String saved) {
    PlanScreen plan = screens.require(caller, scenes.of(caller, body));
    return Page.of(frame -> templates.planBoard(frame, plan, !saved.isEmpty()));
  }

  @GetMapping("/timeline")
  Page timeline(Caller caller, @PathVariable String body) {
    PlanScreen plan = screens.require(caller, scenes.of(caller, body));
    return Page.of(frame -> templates.planTimeline(frame, plan, screens.referential()));
  }

  @GetMapping("/budget")
  Page budget(Caller caller, @PathVariable String body) {
    Scene scene = scenes.of(caller, body);
    PlanScreen plan = screens.require(caller, scene);
    List<BudgetPoint> curve =
        plans.curve(
            caller,
            scene.id(),
            plan.stored().assessment(),
            basis.wish(plan.stored()),
            CURVE_POINTS);
    return Page.of(frame ->
        templates.planBudget(frame, plan, new Reasons(frame, screens.referential()), curve));
  }

  @GetMapping("/sheet")
  Page sheet(Caller caller, @PathVariable String body) {
    PlanScreen plan = screens.require(caller, scenes.of(caller, body));
    return Page.of(frame -> templates.planSheet(frame, plan));
  }

  @GetMapping("/older")
  Page older(Caller caller, @PathVariable String body) {
    Scene scene = scenes.of(caller, body);
    List<Plans.PlanSummary> all = plans.ofBody(caller, scene.id());
    return Page.of(frame -> templates.planOlder(frame, scene, all));
  }

  @GetMapping("/older/{plan}")
  Page one(Caller caller, @PathVariable String body, @PathVariable("plan") String id) {
    PlanScreen plan = screens.older(caller, scenes.of(caller, body), PlanId.parse(id));
    return Page.of(frame ->
        templates.planList(frame, plan, new Reasons(frame, screens.referential()), 0, false));
  }
}
