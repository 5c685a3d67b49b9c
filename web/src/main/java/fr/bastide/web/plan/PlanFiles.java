package fr.bastide.web.plan;

import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.assessment.file.Results;
import fr.bastide.kernel.BodyId;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.assess.AssessmentView;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.StoredPlan;
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
public class PlanFiles {

  private final PlanDesk plans;
  private final AssessmentDesk assessments;
  private final Basis basis;

  PlanFiles(PlanDesk plans, AssessmentDesk assessments, Basis basis) {
    this.plans = plans;
    this.assessments = assessments;
    this.basis = basis;
  }

  /// The plan in force as JSON, as the command line writes it.
  @GetMapping("/plan.json")
  public ResponseEntity<byte[]> json(Caller caller, @PathVariable String body) {
    BodyId whose = Scenes.id(body);
    StoredPlan plan = plans.inForce(caller, whose).orElseThrow(NotFound::new).plan();
    String text =
        Results.json(
            file(caller, whose, plan),
            assessments.referential(),
            plan.plan().before(),
            Optional.of(plan.plan()));
    return file(whose, "json", MediaType.APPLICATION_JSON, text);
  }

  /// The plan in force as CSV.
  @GetMapping("/plan.csv")
  public ResponseEntity<byte[]> csv(
      Caller caller, @PathVariable String body, HttpServletRequest request) {
    BodyId whose = Scenes.id(body);
    StoredPlan plan = plans.inForce(caller, whose).orElseThrow(NotFound::new).plan();
    String text =
        Results.csv(
            file(caller, whose, plan),
            assessments.referential(),
            plan.plan().before(),
            Optional.of(plan.plan()),
            Preferences.of(request).language());
    return file(whose, "csv", new MediaType("text", "csv", StandardCharsets.UTF_8), text);
  }

  private AnswerFile file(Caller caller, BodyId whose, StoredPlan plan) {
    AssessmentView view = assessments.report(caller, whose, plan.assessment());
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
      BodyId whose, String kind, MediaType type, String text) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"plan-" + whose + "." + kind + "\"")
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
