package fr.bastide.assessment.internal;

import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.PlanRequest;
import fr.bastide.assessment.plan.Planner;
import fr.bastide.assessment.plan.TerritoryPlan;
import fr.bastide.kernel.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Chooses measures for one referential; the work behind [Planner].
public final class Planning {

  private static final double OPTIMAL = 1e-6;

  /// Up to this many measures, the price at which one left out enters is optimised; beyond, found
  /// by exchange.
  private static final int EXACT_UP_TO = 24;

  /// How often a territory plans again without what too few take; then nothing is bought together.
  private static final int POOLING_ROUNDS = 4;

  private final Referential referential;
  private final Scoring scoring;
  private final Supplier<MilpSolver> solver;

  Planning(Referential referential, Supplier<MilpSolver> solver) {
    this.referential = referential;
    this.scoring = new Scoring(referential);
    this.solver = solver;
  }

  /// The planning of a referential; the solver is loaded when the first plan is asked for.
  public static Planning of(Referential referential) {
    return new Planning(referential, MilpSolver::fastest);
  }

  /// See [Planner#candidates(AnswerSheet)].
  public List<Measure> candidates(AnswerSheet sheet) {
    return PlanCandidates.of(referential, scoring, sheet);
  }

  /// See [Planner#plan(PlanRequest)].
  public Plan plan(PlanRequest request) {
    return plan(request, true);
  }

  /// See [Planner#optimum(PlanRequest)].
  public Plan optimum(PlanRequest request) {
    return plan(request, false);
  }

  private Plan plan(PlanRequest request, boolean reasons) {
    long started = System.nanoTime();
    PlanModel model = new PlanModel(referential, scoring, counted(request));
    PlanLimits limits = PlanLimits.of(request.limits());
    PlanForced.check(model, limits);
    PlanMaster master = new PlanMaster(model, solver.get());
    PlanMaster.Best best = master.best(limits, PlanGreedy.of(model, limits));
    boolean[] cheapest =
        master.cheapest(limits, best.total() - PlanMaster.TOLERANCE).orElse(best.taken());
    boolean[] chosen = PlanTies.settled(model, limits, cheapest);
    long millis = millisSince(started);
    PlanExchange exchange = new PlanExchange(model, limits, chosen);
    List<Plan.LeftOut> leftOut =
        reasons
            ? new PlanWhyNot(model, chosen)
                .all(
                    candidates(request.sheet()),
                    m ->
                        model.size() <= EXACT_UP_TO
                            ? PlanWhyNot.exact(master, limits, chosen, m)
                            : exchange.why(m))
            : List.of();
    return assemble(model, chosen, leftOut, best.bound(), master.solver.name(), millis);
  }

  private static long millisSince(long started) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
  }

  /// See [Planner#plan(List, Money)].
  ///
  /// Every body first plans at the price of a purchase together; what too few then take is counted
  /// at its full price, and all plan again. Prices only rise, so the first bound holds to the end.
  public TerritoryPlan plan(List<PlanRequest> requests, Money common) {
    long started = System.nanoTime();
    MilpSolver with = solver.get();
    Set<String> fullPrice = new HashSet<>();
    double bound = Double.POSITIVE_INFINITY;
    for (int round = 1; ; round++) {
      Set<String> full = Set.copyOf(fullPrice);
      List<PlanFrontier> bodies =
          requests.parallelStream().map(request -> frontier(request, full, with)).toList();
      PlanForced.checkTogether(bodies.stream().map(body -> body.model).toList(), common.cents());
      PlanTerritory.Shared shared = new PlanTerritory(bodies, with, common.cents()).solve();
      bound = round == 1 ? shared.bound() : bound;
      List<Plan> plans =
          IntStream.range(0, bodies.size())
              .parallel()
              .mapToObj(b -> within(bodies.get(b), shared.plans().get(b), shared.price(), with))
              .toList();
      Set<String> lacking = PlanPooling.lacking(referential, requests, plans);
      if (lacking.isEmpty()) {
        return territory(plans, full, bound, with, started);
      }
      fullPrice.addAll(round < POOLING_ROUNDS ? lacking : PlanPooling.all(referential));
    }
  }

  private static TerritoryPlan territory(
      List<Plan> plans, Set<String> fullPrice, double bound, MilpSolver with, long started) {
    double sum = plans.stream().mapToDouble(p -> p.projected().total().point()).sum();
    double gap = Math.max(0, bound - sum);
    return new TerritoryPlan(
        plans,
        plans.stream().map(Plan::spent).reduce(Money.ZERO, Money::plus),
        fullPrice,
        new Plan.Proof(
            gap < OPTIMAL, Math.max(bound, sum), gap, with.name(), millisSince(started)));
  }

  /// The request with the measures that the answers show to be in place counted as done: they are
  /// neither bought again nor in the way of what needs them. What the body insists on stays asked
  /// for.
  private PlanRequest counted(PlanRequest request) {
    Set<String> done = new HashSet<>(request.done());
    Questionnaire asked = scoring.questionnaire(request.sheet().depth());
    for (Measure measure : referential.measures().values()) {
      if (!request.forced().contains(measure.id())
          && PlanAnswers.inPlace(asked, request.sheet(), measure)) {
        done.add(measure.id());
      }
    }
    return new PlanRequest(
        request.name(),
        request.sheet(),
        request.limits(),
        done,
        request.refused(),
        request.forced(),
        request.pooledWith());
  }

  private PlanFrontier frontier(PlanRequest request, Set<String> fullPrice, MilpSolver with) {
    PlanModel model = new PlanModel(referential, scoring, counted(request), fullPrice);
    PlanLimits limits = PlanLimits.of(request.limits());
    PlanForced.check(model, limits);
    return new PlanFrontier(model, limits, with);
  }

  /// One body's plan within a territory.
  private Plan within(PlanFrontier body, PlanFrontier.Point point, double price, MilpSolver with) {
    long started = System.nanoTime();
    boolean[] taken = PlanTies.pruned(body.model, point.taken());
    List<Plan.LeftOut> leftOut =
        new PlanWhyNot(body.model, taken)
            .all(
                candidates(body.model.request.sheet()),
                m -> PlanWhyNot.atPrice(body.model, body.limits, taken, m, price));
    return assemble(
        body.model, taken, leftOut, body.boundAt(point.cents()), with.name(), millisSince(started));
  }

  /// See [Planner#curve(PlanRequest, int)].
  public List<Planner.BudgetPoint> curve(PlanRequest request, int points) {
    PlanModel model = new PlanModel(referential, scoring, counted(request));
    PlanLimits limits = PlanLimits.of(request.limits()).budget(PlanLimits.NONE);
    PlanForced.check(model, limits);
    PlanMaster master = new PlanMaster(model, solver.get());
    PlanMaster.Best all = master.best(limits, PlanGreedy.of(model, limits));
    boolean[] most =
        master.cheapest(limits, all.total() - PlanMaster.TOLERANCE).orElse(all.taken());
    long least = model.sum(model.forced, PlanMeasure::cents);
    long dearest = Math.max(least, model.sum(most, PlanMeasure::cents));
    List<PlanLimits> budgets =
        IntStream.range(0, points)
            .mapToDouble(i -> points == 1 ? 1 : (double) i / (points - 1))
            .mapToObj(share -> limits.budget(least + Math.round(share * (dearest - least))))
            .toList();
    List<boolean[]> plans =
        budgets.parallelStream()
            .map(within -> master.fork().best(within, PlanGreedy.of(model, within)).taken())
            .toList();
    List<Planner.BudgetPoint> curve = new ArrayList<>();
    boolean[] known = model.forced;
    for (int i = 0; i < points; i++) {
      boolean rises = model.answers.total(plans.get(i)) > model.answers.total(known);
      known = rises ? PlanTies.pruned(model, plans.get(i)) : known;
      curve.add(
          new Planner.BudgetPoint(
              new Money(budgets.get(i).budget()), model.answers.total(known), count(known)));
    }
    return List.copyOf(curve);
  }

  private static int count(boolean[] taken) {
    int count = 0;
    for (boolean one : taken) {
      count += one ? 1 : 0;
    }
    return count;
  }

  /// See [Planner#greedy(PlanRequest)].
  public Plan greedy(PlanRequest request) {
    long started = System.nanoTime();
    PlanModel model = new PlanModel(referential, scoring, counted(request));
    PlanLimits limits = PlanLimits.of(request.limits());
    PlanForced.check(model, limits);
    boolean[] chosen = PlanGreedy.of(model, limits);
    return assemble(model, chosen, List.of(), 100, "greedy", millisSince(started));
  }

  private Plan assemble(
      PlanModel model,
      boolean[] taken,
      List<Plan.LeftOut> leftOut,
      double bound,
      String solver,
      long millis) {
    PlanRequest request = model.request;
    Score before = scoring.score(request.sheet());
    Score projected = scoring.score(model.answers.sheet(taken));
    double gap = Math.max(0, bound - projected.total().point());
    return new Plan(
        request.name(),
        PlanSteps.of(model, taken, before),
        before,
        projected,
        new Cost(
            new Money(model.sum(taken, PlanMeasure::setupCents)),
            new Money(model.sum(taken, PlanMeasure::yearlyCents)),
            model.sum(taken, PlanMeasure::days) / PlanMeasure.DAY),
        new Money(model.sum(taken, PlanMeasure::cents)),
        leftOut,
        new Plan.Proof(
            gap < OPTIMAL, Math.max(bound, projected.total().point()), gap, solver, millis));
  }
}
