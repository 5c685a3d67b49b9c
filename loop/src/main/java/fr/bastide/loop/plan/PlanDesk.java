package fr.bastide.loop.plan;

import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.PlanRequest;
import fr.bastide.assessment.plan.Planner;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.PlanId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.access.UseCase;
import fr.bastide.loop.account.Accounts;
import fr.bastide.loop.account.Secrets;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.assess.AssessmentView;
import fr.bastide.loop.assess.Assessments;
import fr.bastide.loop.assess.Result;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes plans and follows them up.
public final class PlanDesk {

  private final Threshold threshold;
  private final Accounts accounts;
  private final Assessments assessments;
  private final AssessmentDesk assessmentDesk;
  private final Plans plans;
  private final Referential referential;
  private final Planner planner;
  private final PlanRules rules;

  /// A desk over these.
  public PlanDesk(
      Threshold threshold,
      Accounts accounts,
      Assessments assessments,
      AssessmentDesk assessmentDesk,
      Plans plans) {
    this.threshold = threshold;
    this.accounts = accounts;
    this.assessments = assessments;
    this.assessmentDesk = assessmentDesk;
    this.plans = plans;
    this.referential = assessmentDesk.referential();
    this.planner = new Planner(referential);
    this.rules = new PlanRules(referential);
  }

  /// What a body wants of its plan.
  ///
  /// @param limits what it can spend
  /// @param done measures it has already
  /// @param refused measures it does not want, with the reason
  /// @param forced measures it insists on
  /// @param pooledWith how many bodies buy together, itself included
  public record Wish(
      Limits limits,
      Set<String> done,
      Map<String, String> refused,
      Set<String> forced,
      int pooledWith) {

    public Wish {
      done = Set.copyOf(done);
      refused = Map.copyOf(refused);
      forced = Set.copyOf(forced);
    }
  }

  /// What the plan would be, without keeping it.
  ///
  /// @throws fr.bastide.assessment.plan.PlanImpossible when the forced measures do not fit
  @UseCase(Act.READ_PLAN)
  public Plan preview(Caller caller, BodyId body, AssessmentId assessment, Wish wish) {
    return planner.plan(request(look(caller, body, assessment, wish), wish));
  }

  /// Score against euros, all other limits of the wish kept.
  @UseCase(Act.READ_PLAN)
  public List<Planner.BudgetPoint> curve(
      Caller caller, BodyId body, AssessmentId assessment, Wish wish, int points) {
    PlanRequest request = request(look(caller, body, assessment, wish), wish);
    return planner.curve(request, Math.clamp(points, 2, 30));
  }

  /// Makes a plan and keeps it as the one in force.
  ///
  /// @throws fr.bastide.assessment.plan.PlanImpossible when the forced measures do not fit
  @UseCase(Act.MAKE_PLAN)
  public StoredPlan make(Caller caller, BodyId body, AssessmentId assessment, Wish wish) {
    threshold.require(caller, Act.MAKE_PLAN, body);
    AssessmentView view = look(caller, body, assessment, wish);
    // The solver works outside the transaction: it may take a second.
    Plan plan = planner.plan(request(view, wish));
    PlanId id = PlanId.random();
    return threshold.cross(
        caller,
        Act.MAKE_PLAN,
        body,
        "plan " + id,
        () -> {
          AccountId author = caller.account().orElseThrow();
          StoredPlan stored =
              StoredPlan.fresh(
                  id, body, assessment, wish, plan, threshold.clock().instant(), author);
          plans.add(stored);
          return stored;
        });
  }

  /// The plan in force of a body, if it has one.
  @UseCase(Act.READ_PLAN)
  public Optional<PlanView> inForce(Caller caller, BodyId body) {
    return threshold.cross(
        caller, Act.READ_PLAN, body, "plan", () -> plans.latest(body).map(this::look));
  }

  /// One plan of a body.
  @UseCase(Act.READ_PLAN)
  public PlanView view(Caller caller, BodyId body, PlanId id) {
    return threshold.cross(
        caller, Act.READ_PLAN, body, "plan " + id, () -> look(requireOf(body, id)));
  }

  /// The plans of a body, newest first.
  @UseCase(Act.READ_PLAN)
  public List<Plans.PlanSummary> ofBody(Caller caller, BodyId body) {
    return threshold.cross(caller, Act.READ_PLAN, body, "plans", () -> plans.ofBody(body));
  }

  /// Moves a measure on: done needs what shows it, refused needs a reason.
  ///
  /// @param seen the version of the item that the person saw
  /// @throws Conflict when somebody moved it in the meantime
  @UseCase(Act.FOLLOW_PLAN)
  public PlanItem move(Caller caller, BodyId body, PlanId id, Move move, int seen) {
    return threshold.cross(
        caller,
        Act.FOLLOW_PLAN,
        body,
        "plan " + id + " " + move.measure(),
        () -> {
          StoredPlan plan = requireOf(body, id);
          PlanItem present =
              plan.items().stream()
                  .filter(item -> item.measure().equals(move.measure()))
                  .findFirst()
                  .orElseThrow(NotFound::new);
          PlanItem moved =
              PlanRules.moved(present, move, caller, threshold.clock().instant(), seen);
          if (!plans.update(id, moved, seen)) {
            throw new Conflict(
                new Text(
                    "Quelqu’un a modifié cette mesure entre-temps. Relisez-la, puis recommencez.",
                    "Somebody changed this measure in the meantime. Read it again, then retry."));
          }
          return moved;
        });
  }

  /// What a person says of a measure.
  ///
  /// @param measure the measure's identifier
  /// @param state where it is now
  /// @param due the new due date, if it changes
  /// @param evidence what shows that it is done
  /// @param note the reason of a refusal, or what to know
  public record Move(
      String measure,
      PlanItem.State state,
      Optional<LocalDate> due,
      Optional<EvidenceLevel> evidence,
      String note) {}

  /// A new secret address for the calendar of a body's due dates; the caller's one before stops
  /// working.
  @UseCase(Act.FOLLOW_PLAN)
  public String newCalendarKey(Caller caller, BodyId body) {
    Secrets.Secret secret = Secrets.fresh();
    return threshold.cross(
        caller,
        Act.FOLLOW_PLAN,
        body,
        "calendar",
        () -> {
          plans.setCalendarKey(body, caller.account().orElseThrow(), secret.hash());
          return secret.value();
        });
  }

  /// The plan behind a secret calendar address: whoever has the address may read the due dates, as
  /// long as the person it was made for may read the plan.
  ///
  /// @throws NotFound when there is no such address, or its person lost the right
  @UseCase(Act.READ_CALENDAR)
  public PlanView calendar(Caller caller, String key) {
    threshold.gate().require(caller, Act.READ_CALENDAR);
    return threshold
        .transactions()
        .asHouse(() ->
            plans
                .calendar(Secrets.hash(key))
                .filter(this::stillReads)
                .flatMap(address -> plans.latest(address.body()))
                .map(this::look)
                .orElseThrow(NotFound::new));
  }

  private boolean stillReads(CalendarAddress address) {
    return accounts
        .find(address.holder())
        .filter(holder -> holder.disabledAt().isEmpty())
        .filter(holder -> threshold.gate().allows(holder.caller(), Act.READ_PLAN, address.body()))
        .isPresent();
  }

  /// The assessment that a plan starts from, once the right and then the wish were checked; the
  /// solver works outside the transaction.
  private AssessmentView look(Caller caller, BodyId body, AssessmentId assessment, Wish wish) {
    return threshold.cross(
        caller,
        Act.READ_PLAN,
        body,
        "assessment " + assessment,
        () -> {
          rules.check(wish);
          return assessmentDesk.lookAt(body, assessment);
        });
  }

  private static PlanRequest request(AssessmentView view, Wish wish) {
    return new PlanRequest(
        view.body().name(),
        view.sheet(),
        wish.limits(),
        wish.done(),
        wish.refused(),
        wish.forced(),
        wish.pooledWith());
  }

  private PlanView look(StoredPlan plan) {
    AssessmentView view = assessmentDesk.lookAt(plan.body(), plan.assessment());
    LocalDate day = PlanProgress.day(threshold.clock().instant());
    Score today =
        assessmentDesk.scorer().score(new PlanProgress(referential, day).of(view.sheet(), plan));
    Optional<Score.Interval> measured =
        assessments.ofBody(plan.body()).stream()
            .filter(a -> !a.id().equals(plan.assessment()))
            .filter(a -> a.depth() == view.assessment().depth())
            .filter(a -> a.completedAt().filter(plan.createdAt()::isBefore).isPresent())
            .findFirst()
            .flatMap(Assessment::result)
            .filter(r -> r.scale().equals(plan.plan().projected().scaleVersion()))
            .map(Result::total);
    return new PlanView(view.body(), plan, today, measured);
  }

  private StoredPlan requireOf(BodyId body, PlanId id) {
    return plans.find(id).filter(p -> p.body().equals(body)).orElseThrow(NotFound::new);
  }
}
