package fr.bastide.web.plan;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.PlanImpossible;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.web.access.Requires;
import fr.bastide.web.body.Scene;
import fr.bastide.web.body.Scenes;
import fr.bastide.web.frame.Page;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Makes a plan: what one can spend, what that buys, keep it.
@Controller
@RequestMapping("/bodies/{body}/plan")
class WishPages {

  private final Templates templates = new StaticTemplates();
  private final Scenes scenes;
  private final PlanScreens screens;
  private final PlanDesk plans;
  private final Basis basis;

  WishPages(Scenes scenes, PlanScreens screens, PlanDesk plans, Basis basis) {
    this.scenes = scenes;
    this.screens = screens;
    this.plans = plans;
    this.basis = basis;
  }

  @GetMapping("/new")
  Object ask(Caller caller, @PathVariable String body) {
    Scene scene = scenes.of(caller, body);
    Optional<Assessment> stand = basis.of(caller, scene);
    if (stand.isEmpty() || !scene.may(Act.MAKE_PLAN)) {
      return Scenes.goTo(scene.at("/plan"));
    }
    WishForm form =
        screens
            .inForce(caller, scene)
            .map(PlanScreen::stored)
            .map(before -> WishForm.again(before, basis.wish(before)))
            .orElseGet(() -> WishForm.fresh(scene.body().size()));
    return asking(scene, form, Map.of(), stand.get());
  }

  /// Whoever switches the language of a proposal starts again: what was typed is not in the
  /// address.
  @GetMapping("/preview")
  ResponseEntity<Void> lost(Caller caller, @PathVariable String body) {
    return Scenes.goTo(scenes.of(caller, body).at("/plan/new"));
  }

  @Requires(Act.READ_PLAN)
  @PostMapping("/preview")
  Object preview(
      Caller caller,
      @PathVariable String body,
      @RequestParam MultiValueMap<String, String> fields) {
    return work(
        caller,
        body,
        WishForm.of(fields),
        (scene, assessment, form, wish) -> {
          Plan plan = plans.preview(caller, scene.id(), assessment.id(), wish);
          PlanProposal proposal = proposal(scene, form, plan);
          return Page.of(frame ->
              templates.planPreview(frame, proposal, new Reasons(frame, screens.referential())));
        });
  }

  @Requires(Act.MAKE_PLAN)
  @PostMapping
  Object keep(
      Caller caller,
      @PathVariable String body,
      @RequestParam MultiValueMap<String, String> fields) {
    return work(
        caller,
        body,
        WishForm.of(fields),
        (scene, assessment, _, wish) -> {
          plans.make(caller, scene.id(), assessment.id(), wish);
          return Scenes.goTo(scene.at("/plan?saved=1"));
        });
  }

  /// What to do with a wish that was understood.
  @FunctionalInterface
  private interface Work {
    Object with(Scene scene, Assessment assessment, WishForm form, PlanDesk.Wish wish);
  }

  private Object work(Caller caller, String body, WishForm form, Work work) {
    Scene scene = scenes.of(caller, body);
    Optional<Assessment> stand = basis.of(caller, scene);
    if (stand.isEmpty()) {
      return Scenes.goTo(scene.at("/plan"));
    }
    return switch (WishReader.read(form)) {
      case WishReader.Outcome.Misunderstood(Map<String, Text> wrong) ->
          refused(scene, form, wrong, stand.get());
      case WishReader.Outcome.Understood(PlanDesk.Wish wish) -> {
        try {
          yield work.with(scene, stand.get(), form, wish);
        } catch (PlanImpossible impossible) {
          yield refused(scene, form, Map.of("", impossible.text()), stand.get());
        } catch (Invalid invalid) {
          yield refused(scene, form, Map.of("", invalid.text()), stand.get());
        }
      }
    };
  }

  private Page refused(Scene scene, WishForm form, Map<String, Text> wrong, Assessment assessment) {
    return asking(scene, form, wrong, assessment).with(HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private Page asking(Scene scene, WishForm form, Map<String, Text> wrong, Assessment assessment) {
    PlanAsking asking = new PlanAsking(scene, form, wrong, assessment.open(), shelves());
    return Page.of(
        frame -> templates.planWish(frame, asking, new Reasons(frame, screens.referential())));
  }

  private List<MeasureShelf> shelves() {
    Referential referential = screens.referential();
    return referential.themes().stream()
        .map(theme ->
            new MeasureShelf(
                theme,
                referential.measures().values().stream()
                    .filter(measure -> measure.theme().equals(theme.id()))
                    .toList()))
        .filter(shelf -> !shelf.measures().isEmpty())
        .toList();
  }

  private PlanProposal proposal(Scene scene, WishForm form, Plan plan) {
    Set<String> shown = new HashSet<>();
    plan.steps().forEach(step -> shown.add(step.measure()));
    plan.leftOut().forEach(left -> shown.add(left.measure()));
    List<Measure> done = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    for (Measure measure : screens.referential().measures().values()) {
      WishForm.Choice said = form.choice(measure.id());
      if (said == WishForm.Choice.DONE) {
        done.add(measure);
      } else if (said != WishForm.Choice.LEFT && !shown.contains(measure.id())) {
        unseen.add(measure.id());
      }
    }
    return new PlanProposal(scene, form, plan, done, unseen);
  }
}
