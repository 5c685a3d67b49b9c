package fr.bastide.assessment.internal;

import fr.bastide.assessment.plan.Plan.Threshold;
import fr.bastide.assessment.plan.Plan.WhyNot;
import fr.bastide.kernel.Money;

/// Finds, by exchanging measures, a plan with a measure that was left out and as good a score as
/// the chosen plan: the price at which that measure **surely** enters. The true threshold may lie a
/// little higher; [PlanWhyNot#exact] finds it, at the price of an optimisation for each measure.
///
/// The measure is put in free of charge, then the measures whose loss costs the least score for
/// what they free are taken out one by one, as long as the score stays as high. What is left of the
/// budget is what the measure may cost.
final class PlanExchange {

  private static final double SAME = PlanMaster.TOLERANCE;

  private final PlanModel model;
  private final PlanLimits limits;
  private final boolean[] taken;
  private final double total;

  PlanExchange(PlanModel model, PlanLimits limits, boolean[] taken) {
    this.model = model;
    this.limits = limits;
    this.taken = taken;
    this.total = model.answers.total(taken);
  }

  /// Why measure `m` is not in the plan.
  WhyNot why(int m) {
    Money cost = new Money(model.measures[m].cents());
    boolean[] with = lightened(m);
    if (fits(limits, with, m)) {
      long room = Math.min(limits.room(model, with, m), cost.cents());
      return new WhyNot.TooExpensive(cost, new Money(room), Threshold.AT_LEAST);
    }
    return fits(limits.anyDays(), with, m)
        ? new WhyNot.NotEnoughDays(missingDays(m))
        : new WhyNot.TooExpensive(cost, Money.ZERO, Threshold.AT_LEAST);
  }

  /// The plan with `m`, without what it can spare at the same score.
  private boolean[] lightened(int m) {
    boolean[] plan = model.with(taken, m);
    while (true) {
      int out = -1;
      double best = 0;
      double reached = model.answers.total(plan);
      for (int other = 0; other < plan.length; other++) {
        if (!plan[other] || model.closure[m][other] || model.forced[other]) {
          continue;
        }
        boolean[] rest = model.without(plan, other);
        double left = model.answers.total(rest);
        if (rest[m] && left >= total - SAME && keepsForced(rest)) {
          double worth = freed(plan, rest) / (1e-9 + Math.max(0, reached - left));
          if (worth > best) {
            best = worth;
            out = other;
          }
        }
      }
      if (out < 0) {
        return plan;
      }
      plan = model.without(plan, out);
    }
  }

  private boolean keepsForced(boolean[] plan) {
    for (int m = 0; m < plan.length; m++) {
      if (model.forced[m] && !plan[m]) {
        return false;
      }
    }
    return true;
  }

  /// What a removal frees, money and days weighed by how scarce they are.
  private double freed(boolean[] plan, boolean[] rest) {
    double money = model.sum(plan, PlanMeasure::cents) - model.sum(rest, PlanMeasure::cents);
    double days = model.sum(plan, PlanMeasure::days) - model.sum(rest, PlanMeasure::days);
    return money / Math.max(1.0, limits.budget()) + days / Math.max(1.0, limits.days());
  }

  /// Whether the plan fits when `m` itself is free of charge.
  private boolean fits(PlanLimits within, boolean[] plan, int m) {
    boolean[] others = plan.clone();
    others[m] = false;
    return within.anyDays().allow(model, others)
        && model.sum(plan, PlanMeasure::days) <= within.days();
  }

  private double missingDays(int m) {
    long days =
        model.sum(model.with(taken, m), PlanMeasure::days) - model.sum(taken, PlanMeasure::days);
    return (double) days / PlanMeasure.DAY;
  }
}
