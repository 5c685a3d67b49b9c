package fr.bastide.web.assessment;

import fr.bastide.assessment.Comparison;
import fr.bastide.assessment.Depth;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.assess.AssessmentView;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.body.BodyDesk;
import fr.bastide.print.plot.HistoryPoint;
import fr.bastide.web.access.Requires;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Redirect;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The assessments of a body: start, look back, explain the score, complete.
@Controller
@RequestMapping("/bodies/{body}/assessments")
class AssessmentPages {

  private final Templates templates = new StaticTemplates();
  private final AssessmentDesk desk;
  private final BodyDesk bodies;
  private final Threshold threshold;

  AssessmentPages(AssessmentDesk desk, BodyDesk bodies, Threshold threshold) {
    this.desk = desk;
    this.bodies = bodies;
    this.threshold = threshold;
  }

  @GetMapping
  Page list(Caller caller, @PathVariable("body") String written) {
    BodyId id = AssessmentPath.bodyOf(written);
    Body body = bodies.view(caller, id);
    List<Assessment> assessments = desk.ofBody(caller, id);
    Rights rights = Rights.of(threshold, caller, id);
    return Page.of(
        frame -> templates.assessmentList(frame, body, assessments, history(assessments), rights));
  }

  /// Chooses how far to go.
  @GetMapping("/start")
  Page choose(Caller caller, @PathVariable("body") String written) {
    BodyId id = AssessmentPath.bodyOf(written);
    Body body = bodies.view(caller, id);
    Start start = start(caller, id);
    Rights rights = Rights.of(threshold, caller, id);
    return Page.of(frame -> templates.assessmentStart(frame, body, start, rights));
  }

  @Requires(Act.START_ASSESSMENT)
  @PostMapping
  Redirect start(Caller caller, @PathVariable("body") String written, @RequestParam String depth) {
    BodyId id = AssessmentPath.bodyOf(written);
    Assessment started = desk.start(caller, id, depth(depth));
    return Redirect.to(new AssessmentPath(id, started.id()).questions());
  }

  /// The score with its reasons.
  @GetMapping("/{id}")
  Page score(Caller caller, @PathVariable String body, @PathVariable String id) {
    AssessmentPath path = AssessmentPath.of(body, id);
    AssessmentView view = desk.view(caller, path.body(), path.id());
    Questionnaire questionnaire = questionnaire(caller, path, view);
    ScoreReading reading =
        ScoreReading.of(questionnaire, desk.scorer(), earlier(caller, path, view));
    return Page.of(frame -> templates.assessmentScore(frame, path, reading));
  }

  /// What is still open, before completing.
  @GetMapping("/{id}/complete")
  Page complete(Caller caller, @PathVariable String body, @PathVariable String id) {
    AssessmentPath path = AssessmentPath.of(body, id);
    AssessmentView view = desk.view(caller, path.body(), path.id());
    Questionnaire questionnaire = questionnaire(caller, path, view);
    return Page.of(frame -> templates.assessmentComplete(frame, path, questionnaire));
  }

  @Requires(Act.COMPLETE_ASSESSMENT)
  @PostMapping("/{id}/complete")
  Redirect completed(Caller caller, @PathVariable String body, @PathVariable String id) {
    AssessmentPath path = AssessmentPath.of(body, id);
    desk.complete(caller, path.body(), path.id());
    return Redirect.to(path.score());
  }

  private Questionnaire questionnaire(Caller caller, AssessmentPath path, AssessmentView view) {
    return Questionnaire.of(view, desk.referential(), Rights.of(threshold, caller, path.body()));
  }

  private Start start(Caller caller, BodyId id) {
    List<Assessment> before = desk.ofBody(caller, id);
    Optional<Assessment> open = before.stream().filter(Assessment::open).findFirst();
    Optional<Assessment> last = before.stream().findFirst().filter(a -> open.isEmpty());
    Set<String> carried = desk.carried(caller, id).keySet();
    List<Start.Option> depths =
        Stream.of(Depth.STANDARD, Depth.FULL)
            .map(depth ->
                new Start.Option(
                    depth, desk.referential().questions(depth).count(), carried(carried, depth)))
            .toList();
    return new Start(depths, open, last);
  }

  private long carried(Set<String> answered, Depth depth) {
    return desk.referential()
        .questions(depth)
        .filter(question -> answered.contains(question.id()))
        .count();
  }

  /// The latest completed assessment before this one, scored by the scale of today.
  private Optional<Earlier> earlier(Caller caller, AssessmentPath path, AssessmentView view) {
    Instant started = view.assessment().startedAt();
    return desk.ofBody(caller, path.body()).stream()
        .filter(a -> !a.open() && a.startedAt().isBefore(started))
        .findFirst()
        .map(before -> {
          AssessmentView then = desk.view(caller, path.body(), before.id());
          boolean recomputed =
              before
                  .result()
                  .filter(r -> !r.scale().equals(then.score().scaleVersion()))
                  .isPresent();
          Comparison comparison = desk.scorer().compare(then.score(), view.score());
          return new Earlier(before, comparison, recomputed);
        });
  }

  private static List<HistoryPoint> history(List<Assessment> assessments) {
    return assessments.stream()
        .flatMap(a -> point(a).stream())
        .sorted(Comparator.comparing(HistoryPoint::date))
        .toList();
  }

  private static Optional<HistoryPoint> point(Assessment assessment) {
    return assessment
        .completedAt()
        .flatMap(at ->
            assessment
                .result()
                .map(result ->
                    new HistoryPoint(
                        LocalDate.ofInstant(at, AssessmentDesk.ZONE),
                        result.total(),
                        result.grade(),
                        result.scale(),
                        assessment.depth())));
  }

  private static Depth depth(String written) {
    return switch (written) {
      case "STANDARD" -> Depth.STANDARD;
      case "FULL" -> Depth.FULL;
      default ->
          throw new Invalid(
              "depth",
              new Text(
                  "Choisissez une évaluation standard ou un audit complet.",
                  "Choose a standard assessment or a full audit."));
    };
  }
}
