package fr.bastide.web.plan;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.web.access.Requires;
import fr.bastide.web.body.Scene;
import fr.bastide.web.body.Scenes;
import fr.bastide.web.frame.Page;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One measure of the plan in force: what it is, why it is there, and moving it on.
@Controller
@RequestMapping("/bodies/{body}/plan/measures/{measure}")
class MeasurePages {

  private final Templates templates = new StaticTemplates();
  private final Scenes scenes;
  private final PlanScreens screens;
  private final PlanDesk plans;

  MeasurePages(Scenes scenes, PlanScreens screens, PlanDesk plans) {
    this.scenes = scenes;
    this.screens = screens;
    this.plans = plans;
  }

  @GetMapping
  Page show(
      Caller caller,
      @PathVariable String body,
      @PathVariable String measure,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String back) {
    return page(reading(caller, scenes.of(caller, body), measure, to, back));
  }

  @Requires(Act.FOLLOW_PLAN)
  @PostMapping
  Object move(
      Caller caller,
      @PathVariable String body,
      @PathVariable String measure,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String due,
      @RequestParam(defaultValue = "") String evidence,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam(defaultValue = "") String back) {
    Scene scene = scenes.of(caller, body);
    MoveForm typed = new MoveForm(state, due, evidence, note, seen, back);
    MeasureReading before = reading(caller, scene, measure, "", back);
    try {
      plans.move(caller, scene.id(), before.plan().stored().id(), typed.read(measure), seen);
    } catch (Invalid invalid) {
      WrongField wrong = new WrongField(invalid.field(), invalid.text());
      return page(before.typed(typed, wrong)).with(HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (Conflict _) {
      MeasureReading now = reading(caller, scene, measure, "", back);
      return page(now.tooLate(typed)).with(HttpStatus.CONFLICT);
    }
    return Scenes.goTo(
        switch (back) {
          case "body" -> scene.at("");
          case "board" -> scene.at("/plan/board?saved=1");
          default -> scene.at("/plan?saved=1");
        });
  }

  private Page page(MeasureReading reading) {
    return Page.of(
        frame -> templates.planMeasure(frame, reading, new Reasons(frame, screens.referential())));
  }

  private MeasureReading reading(Caller caller, Scene scene, String id, String to, String back) {
    PlanScreen plan = screens.require(caller, scene);
    Measure measure = screens.referential().measure(id).orElseThrow(NotFound::new);
    Optional<PlanRow> row =
        plan.rows().stream().filter(one -> one.measure().id().equals(id)).findFirst();
    Optional<Plan.WhyNot> leftOut =
        plan.plan().leftOut().stream()
            .filter(one -> one.measure().equals(id))
            .map(Plan.LeftOut::whyNot)
            .findFirst();
    Optional<MoveForm> form = row.map(present -> MoveForm.of(present.item(), to, back));
    return new MeasureReading(plan, measure, row, leftOut, form, Optional.empty(), false);
  }
}
