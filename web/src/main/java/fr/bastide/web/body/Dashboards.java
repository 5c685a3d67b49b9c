package fr.bastide.web.body;

import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Referential;
import fr.bastide.kernel.BodyId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.assess.AssessmentView;
import fr.bastide.loop.assess.Result;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.loop.plan.PlanView;
import fr.bastide.loop.plan.Reminders;
import fr.bastide.print.plot.HistoryPoint;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Gathers what the first page of a body shows, within the rights of whoever looks.
@Component
public class Dashboards {

  private static final int MOST_URGENT = 3;

  private final AssessmentDesk assessments;
  private final PlanDesk plans;
  private final MandateDesk mandates;
  private final InstantSource clock;

  Dashboards(
      AssessmentDesk assessments, PlanDesk plans, MandateDesk mandates, InstantSource clock) {
    this.assessments = assessments;
    this.plans = plans;
    this.mandates = mandates;
    this.clock = clock;
  }

  Dashboard of(Caller caller, Scene scene) {
    BodyId body = scene.id();
    List<Assessment> known =
        scene.may(Act.READ_ASSESSMENT) ? assessments.ofBody(caller, body) : List.of();
    Optional<Assessment> open = known.stream().filter(Assessment::open).findFirst();
    Optional<Dashboard.Standing> standing = standing(caller, body, known);
    Optional<PlanView> plan =
        scene.may(Act.READ_PLAN) ? plans.inForce(caller, body) : Optional.empty();
    List<Dashboard.Todo> todo = plan.map(this::todo).orElse(List.of());
    return new Dashboard(
        scene,
        standing,
        open,
        history(known),
        standing.map(this::expiries).orElse(List.of()),
        todo.subList(0, Math.min(MOST_URGENT, todo.size())),
        due(todo),
        plan.isPresent(),
        step(scene, known, open, plan, todo),
        watchers(caller, scene));
  }

  /// Where a body stands today; empty when nothing was assessed yet.
  public Optional<Dashboard.Standing> standing(Caller caller, BodyId body) {
    return standing(caller, body, assessments.ofBody(caller, body));
  }

  /// What expires of it, earliest first.
  public List<Expiry> expiries(Dashboard.Standing standing) {
    return Expiry.of(standing.view().sheet(), referential(), today());
  }

  private Optional<Dashboard.Standing> standing(
      Caller caller, BodyId body, List<Assessment> known) {
    return known.stream()
        .filter(assessment -> !assessment.open())
        .findFirst()
        .or(() -> known.stream().filter(Assessment::open).findFirst().filter(Dashboards::begun))
        .map(shown -> standing(assessments.view(caller, body, shown.id())));
  }

  /// The score shown beside the name of a body in a list: of its latest completed assessment.
  Optional<Result> latest(Caller caller, BodyId body) {
    return assessments.ofBody(caller, body).stream()
        .filter(assessment -> !assessment.open())
        .findFirst()
        .flatMap(Assessment::result);
  }

  private static boolean begun(Assessment assessment) {
    return assessment.result().filter(result -> result.answered() > 0).isPresent();
  }

  private Dashboard.Standing standing(AssessmentView view) {
    AnswerSheet then = view.sheet();
    AnswerSheet now = new AnswerSheet(then.depth(), then.size(), today(), then.answers());
    return new Dashboard.Standing(view, assessments.scorer().score(now));
  }

  private static List<HistoryPoint> history(List<Assessment> known) {
    List<HistoryPoint> points = new ArrayList<>();
    for (Assessment assessment : known.reversed()) {
      assessment
          .completedAt()
          .ifPresent(at ->
              assessment.result().ifPresent(r -> points.add(point(at, r, assessment.depth()))));
    }
    points.sort(Comparator.comparing(HistoryPoint::date));
    return points;
  }

  private static HistoryPoint point(Instant at, Result result, Depth depth) {
    return new HistoryPoint(Moments.on(at), result.total(), result.grade(), result.scale(), depth);
  }

  private List<Dashboard.Todo> todo(PlanView view) {
    return view.plan().items().stream()
        .filter(item -> waits(item.state()))
        .flatMap(item -> todo(view, item).stream())
        .toList();
  }

  private List<Dashboard.Todo> due(List<Dashboard.Todo> todo) {
    LocalDate by = today().plusDays(Reminders.AHEAD_DAYS);
    return todo.stream()
        .filter(one -> !one.item().due().isAfter(by))
        .sorted(Comparator.comparing(one -> one.item().due()))
        .toList();
  }

  private Optional<Dashboard.Todo> todo(PlanView view, PlanItem item) {
    double gain =
        view.plan().plan().steps().stream()
            .filter(step -> step.measure().equals(item.measure()))
            .mapToDouble(step -> step.gain())
            .findFirst()
            .orElse(0);
    return referential()
        .measure(item.measure())
        .map(measure -> new Dashboard.Todo(measure, item, gain, item.due().isBefore(today())));
  }

  private static boolean waits(PlanItem.State state) {
    return switch (state) {
      case TO_DO, DOING -> true;
      case DONE, REFUSED -> false;
    };
  }

  private Optional<NextStep> step(
      Scene scene,
      List<Assessment> known,
      Optional<Assessment> open,
      Optional<PlanView> plan,
      List<Dashboard.Todo> todo) {
    if (known.isEmpty() || (plan.isPresent() && todo.isEmpty() && open.isEmpty())) {
      String key = known.isEmpty() ? "body.step.start" : "body.step.again";
      return when(scene, Act.START_ASSESSMENT, NextStep.to(scene.at("/assessments/start"), key));
    }
    if (open.isPresent()) {
      return when(scene, Act.ANSWER, answer(scene, open.get()));
    }
    if (plan.isEmpty()) {
      return when(scene, Act.MAKE_PLAN, NextStep.to(scene.at("/plan/new"), "body.step.plan"));
    }
    String measure = todo.getFirst().measure().id();
    return when(
        scene,
        Act.FOLLOW_PLAN,
        NextStep.to(scene.at("/plan/measures/" + measure), "body.step.follow"));
  }

  private static NextStep answer(Scene scene, Assessment open) {
    String path = scene.at("/assessments/" + open.id());
    int rest = open.result().map(result -> result.asked() - result.answered()).orElse(1);
    return rest > 0
        ? NextStep.to(path + "/questions/next", "body.step.answer", rest)
        : NextStep.to(path, "body.step.complete");
  }

  private static Optional<NextStep> when(Scene scene, Act act, NextStep step) {
    return scene.may(act) ? Optional.of(step) : Optional.empty();
  }

  private Optional<List<MandateDesk.Held>> watchers(Caller caller, Scene scene) {
    if (!scene.may(Act.READ_MANDATES)) {
      return Optional.empty();
    }
    return Optional.of(
        MandateTree.of(mandates.ofBody(caller, scene.id()), clock.instant()).active());
  }

  private Referential referential() {
    return assessments.referential();
  }

  private LocalDate today() {
    return Moments.on(clock.instant());
  }
}
