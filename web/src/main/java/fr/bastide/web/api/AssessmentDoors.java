package fr.bastide.web.api;

import fr.bastide.assessment.Depth;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Score;
import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.assess.AssessmentView;
import fr.bastide.loop.assess.Attachment;
import fr.bastide.loop.assess.StoredAnswer;
import fr.bastide.web.body.Dashboard;
import fr.bastide.web.body.Dashboards;
import fr.bastide.web.body.Expiry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The assessments of a body.
@Controller
@RequestMapping(Apis.V1 + "/bodies/{body}")
class AssessmentDoors {

  private final AssessmentDesk desk;
  private final Dashboards dashboards;

  AssessmentDoors(AssessmentDesk desk, Dashboards dashboards) {
    this.desk = desk;
    this.dashboards = dashboards;
  }

  /// How far a new assessment goes.
  record SentAssessment(Depth depth) {}

  /// An assessment with its answers, its score, and its files.
  record Whole(
      Assessment assessment,
      List<StoredAnswer> answers,
      Score score,
      List<Attachment> attachments) {

    static Whole of(AssessmentView view) {
      List<StoredAnswer> answers =
          view.answers().values().stream()
              .sorted(Comparator.comparing(StoredAnswer::question))
              .toList();
      return new Whole(view.assessment(), answers, view.score(), view.attachments());
    }
  }

  /// Where a body stands.
  ///
  /// @param assessment the latest completed one, else the one under way
  /// @param today its score on this day: evidence that expired since counts as words
  /// @param expiries evidence that expired, or soon will; earliest first
  record Standing(Assessment assessment, Score today, List<Expiring> expiries) {}

  /// Evidence that expired, or soon will.
  ///
  /// @param level how strong it is until then
  /// @param last the last day on which it counts
  /// @param past whether that day is over
  record Expiring(String question, EvidenceLevel level, LocalDate last, boolean past) {

    static Expiring of(Expiry expiry) {
      return new Expiring(expiry.question().id(), expiry.level(), expiry.last(), expiry.past());
    }
  }

  @Door(
      act = Act.READ_ASSESSMENT,
      fr = "Où en est l’organisme aujourd’hui, et quelles preuves se périment.",
      en = "Where the body stands today, and which evidence expires.")
  @GetMapping("/standing")
  Reply<Standing> standing(Caller caller, @PathVariable String body) {
    Dashboard.Standing found =
        dashboards.standing(caller, Apis.body(body)).orElseThrow(NotFound::new);
    List<Expiring> expiries = dashboards.expiries(found).stream().map(Expiring::of).toList();
    return Reply.of(new Standing(found.view().assessment(), found.today(), expiries));
  }

  @Door(
      act = Act.READ_ASSESSMENT,
      fr = "Les évaluations de l’organisme, la plus récente d’abord.",
      en = "The assessments of the body, newest first.")
  @GetMapping("/assessments")
  Reply<List<Assessment>> list(Caller caller, @PathVariable String body) {
    return Reply.of(desk.ofBody(caller, Apis.body(body)));
  }

  @Door(
      act = Act.START_ASSESSMENT,
      fr = "Commence une évaluation\u202f; les réponses de la précédente sont reprises.",
      en = "Starts an assessment; the answers of the one before are carried over.",
      status = 201)
  @PostMapping(path = "/assessments", consumes = Apis.JSON)
  Reply<Assessment> start(Caller caller, @PathVariable String body, @Sent SentAssessment sent) {
    return Reply.created(desk.start(caller, Apis.body(body), sent.depth()));
  }

  @Door(
      act = Act.READ_ASSESSMENT,
      fr = "Une évaluation\u00a0: réponses, score expliqué, pièces.",
      en = "One assessment: answers, explained score, files.")
  @GetMapping("/assessments/{id}")
  Reply<Whole> view(Caller caller, @PathVariable String body, @PathVariable String id) {
    return Reply.of(Whole.of(desk.view(caller, Apis.body(body), AssessmentId.parse(id))));
  }

  @Door(
      act = Act.READ_ASSESSMENT,
      fr = "Le score d’une évaluation, et ce que coûte chaque réponse.",
      en = "The score of an assessment, and what each answer costs.")
  @GetMapping("/assessments/{id}/score")
  Reply<Score> score(Caller caller, @PathVariable String body, @PathVariable String id) {
    BodyId whose = Apis.body(body);
    return Reply.of(desk.view(caller, whose, AssessmentId.parse(id)).score());
  }

  @Door(
      act = Act.COMPLETE_ASSESSMENT,
      fr = "Termine une évaluation\u00a0: elle ne change plus.",
      en = "Completes an assessment: it no longer changes.")
  @PostMapping("/assessments/{id}/completion")
  Reply<Assessment> complete(Caller caller, @PathVariable String body, @PathVariable String id) {
    return Reply.of(desk.complete(caller, Apis.body(body), AssessmentId.parse(id)));
  }
}
