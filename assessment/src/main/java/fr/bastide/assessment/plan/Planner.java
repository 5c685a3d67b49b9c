package fr.bastide.assessment.plan;

import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.internal.Planning;
import fr.bastide.kernel.Money;
import java.util.List;

/// Chooses measures so that the true score is as high as possible under the limits, and proves it.
/// Thread-safe.
public final class Planner {

  private final Planning planning;

  /// A planner for this referential, with the fastest solver that runs here.
  public Planner(Referential referential) {
    planning = Planning.of(referential);
  }

  /// The measures that could raise at least one answer of the sheet, whatever they cost. An unknown
  /// answer keeps every measure that could raise it.
  public List<Measure> candidates(AnswerSheet sheet) {
    return planning.candidates(sheet);
  }

  /// The best plan for one body.
  ///
  /// @throws PlanImpossible when the forced measures do not fit, saying which limit breaks
  public Plan plan(PlanRequest request) {
    return planning.plan(request);
  }

  /// The best plan for one body without the reasons for what it leaves out: `leftOut` is empty.
  /// Several times faster than [#plan(PlanRequest)], and the same steps.
  ///
  /// @throws PlanImpossible when the forced measures do not fit, saying which limit breaks
  public Plan optimum(PlanRequest request) {
    return planning.optimum(request);
  }

  /// The best plans for several bodies that share one budget; the sum of their scores is maximised.
  /// Each request's own limits hold as well. The gap of the proof is at most about a ten-thousandth
  /// of the sum, or more when something is counted at its full price because too few bodies take
  /// it. Thresholds of measures left out are those at the price of the last euro, not exact.
  ///
  /// @throws PlanImpossible when the forced measures do not fit, one body's or all together
  ///
  /// @param common the budget over the horizon for all of them together
  public TerritoryPlan plan(List<PlanRequest> requests, Money common) {
    return planning.plan(requests, common);
  }

  /// The best reachable score for rising budgets, all other limits kept: the curve on which one
  /// reads what the next thousand euros bring.
  ///
  /// @param points how many budgets, from what the forced measures cost (zero without any) to the
  ///   one that buys every useful measure
  /// @throws PlanImpossible when the forced measures break another limit than the budget
  public List<BudgetPoint> curve(PlanRequest request, int points) {
    return planning.curve(request, points);
  }

  /// A plan by the rule of thumb (best gain per euro first), for comparison.
  public Plan greedy(PlanRequest request) {
    return planning.greedy(request);
  }

  /// One point of the budget curve.
  ///
  /// @param budget the budget
  /// @param point the score reached, 0 to 100
  /// @param measures how many measures it buys
  public record BudgetPoint(Money budget, double point, int measures) {}
}
