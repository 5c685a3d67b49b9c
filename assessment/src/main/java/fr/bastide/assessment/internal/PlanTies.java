package fr.bastide.assessment.internal;

/// Makes one plan out of several that are equally good: nothing useless, and of two measures that
/// do the same at the same price, the first by identifier.
final class PlanTies {

  private static final double SAME = 1e-9;

  private PlanTies() {}

  /// The plan without measures whose absence changes nothing, forced ones kept.
  static boolean[] pruned(PlanModel model, boolean[] taken) {
    boolean[] kept = taken;
    double total = model.answers.total(taken);
    for (int m = taken.length - 1; m >= 0; m--) {
      if (kept[m] && !model.forced[m]) {
        boolean[] rest = model.without(kept, m);
        if (!breaksForced(model, rest) && model.answers.total(rest) >= total - SAME) {
          kept = rest;
        }
      }
    }
    return kept;
  }

  /// The pruned plan with twins exchanged for the first of them.
  static boolean[] settled(PlanModel model, PlanLimits limits, boolean[] taken) {
    boolean[] plan = pruned(model, taken);
    double total = model.answers.total(plan);
    for (int in = 0; in < plan.length; in++) {
      for (int out = in + 1; out < plan.length && !plan[in]; out++) {
        if (plan[out] && !model.forced[out] && twins(model, in, out)) {
          boolean[] swapped = plan.clone();
          swapped[in] = true;
          swapped[out] = false;
          if (complete(model, swapped)
              && limits.allow(model, swapped)
              && model.answers.total(swapped) >= total - SAME) {
            plan = swapped;
          }
        }
      }
    }
    return plan;
  }

  private static boolean twins(PlanModel model, int a, int b) {
    PlanMeasure one = model.measures[a];
    PlanMeasure other = model.measures[b];
    return one.cents() == other.cents() && one.days() == other.days();
  }

  private static boolean breaksForced(PlanModel model, boolean[] taken) {
    for (int m = 0; m < taken.length; m++) {
      if (model.forced[m] && !taken[m]) {
        return true;
      }
    }
    return false;
  }

  /// Whether every measure taken has what it needs.
  private static boolean complete(PlanModel model, boolean[] taken) {
    for (int m = 0; m < taken.length; m++) {
      for (int needed : model.needs[m]) {
        if (taken[m] && !taken[needed]) {
          return false;
        }
      }
    }
    return true;
  }
}
