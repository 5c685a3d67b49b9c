package fr.bastide.web.plan;

import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.assessment.file.Results;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.assess.AssessmentView;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.StoredPlan;
import fr.bastide.web.body.Scene;
import fr.bastide.web.body.Scenes;
import fr.bastide.web.frame.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The plan in open formats, with the score it starts from. Taking it out leaves an entry in the
/// journal.
@Controller
@RequestMapping("/bodies/{body}/plan")
class PlanFiles {

  private final Scenes scenes;
  private final PlanScreens screens;
  private final AssessmentDesk assessments;
  private final Basis basis;

  PlanFiles(Scenes scenes, PlanScreens screens, AssessmentDesk assessments, Basis basis) {
    this.scenes = scenes;
    this.screens = screens;
    this.assessments = assessments;
    this.basis = basis;
  }

  @GetMapping("/plan.json")
  ResponseEntity<byte[]> json(Caller caller, @PathVariable String body) {
    Scene scene = scenes.of(caller, body);
    StoredPlan plan = screens.require(caller, scene).stored();
    String text =
        Results.json(
            file(caller, scene, plan),
            assessments.referential(),
            plan.plan().before(),
            Optional.of(plan.plan()));
    return file(scene, "json", MediaType.APPLICATION_JSON, text);
  }

  @GetMapping("/plan.csv")
  ResponseEntity<byte[]> csv(Caller caller, @PathVariable String body, HttpServletRequest request) {
    Scene scene = scenes.of(caller, body);
    StoredPlan plan = screens.require(caller, scene).stored();
    String text =
        Results.csv(
            file(caller, scene, plan),
            assessments.referential(),
            plan.plan().before(),
            Optional.of(plan.plan()),
            Preferences.of(request).language());
    return file(scene, "csv", new MediaType("text", "csv", StandardCharsets.UTF_8), text);
  }

  private AnswerFile file(Caller caller, Scene scene, StoredPlan plan) {
    AssessmentView view = assessments.report(caller, scene.id(), plan.assessment());
    Body body = view.body();
    PlanDesk.Wish wish = basis.wish(plan);
    return new AnswerFile(
        view.assessment().referential(),
        new AnswerFile.AssessedBody(body.name(), body.siren(), body.form(), body.population()),
        view.sheet(),
        new AnswerFile.Wishes(
            wish.done(),
            wish.refused(),
            wish.forced(),
            Optional.of(plan.limits().budget()),
            Optional.of(plan.limits().days())));
  }

  private static ResponseEntity<byte[]> file(
      Scene scene, String kind, MediaType type, String text) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"plan-" + scene.id() + "." + kind + "\"")
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
