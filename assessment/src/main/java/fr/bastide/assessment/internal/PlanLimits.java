package fr.bastide.assessment.internal;

import fr.bastide.assessment.plan.Limits;
import fr.bastide.kernel.Money;

/// Limits as whole numbers, exact to check.
///
/// @param budget cents over the horizon
/// @param setup cents, [#NONE] when unbounded
/// @param yearly cents a year, [#NONE] when unbounded
/// @param days thousandths of a person-day
record PlanLimits(long budget, long setup, long yearly, long days) {

  /// No bound.
  static final long NONE = Long.MAX_VALUE;

  static PlanLimits of(Limits limits) {
    return new PlanLimits(
        limits.budget().cents(),
        limits.setup().map(Money::cents).orElse(NONE),
        limits.yearly().map(Money::cents).orElse(NONE),
        (long) Math.floor(limits.days() * PlanMeasure.DAY + 1e-6));
  }

  /// The same with another budget.
  PlanLimits budget(long cents) {
    return new PlanLimits(cents, setup, yearly, days);
  }

  /// The same without a bound on person-days.
  PlanLimits anyDays() {
    return new PlanLimits(budget, setup, yearly, NONE);
  }

  /// Whether these measures fit, the horizon aside.
  boolean allow(PlanModel model, boolean[] taken) {
    return model.sum(taken, PlanMeasure::cents) <= budget
        && model.sum(taken, PlanMeasure::setupCents) <= setup
        && model.sum(taken, PlanMeasure::yearlyCents) <= yearly
        && model.sum(taken, PlanMeasure::days) <= days;
  }

  /// Whether these measures fit when measure `m` costs no money.
  boolean allowFree(PlanModel model, boolean[] taken, int m) {
    PlanMeasure free = model.measures[m];
    return model.sum(taken, PlanMeasure::cents) - free.cents() <= budget
        && model.sum(taken, PlanMeasure::setupCents) - free.setupCents() <= setup
        && model.sum(taken, PlanMeasure::yearlyCents) - free.yearlyCents() <= yearly
        && model.sum(taken, PlanMeasure::days) <= days;
  }

  /// How much measure `m` may cost over the horizon beside the other measures taken, its setup and
  /// yearly cost keeping their proportion; cents, never negative.
  long room(PlanModel model, boolean[] taken, int m) {
    boolean[] others = taken.clone();
    others[m] = false;
    PlanMeasure measure = model.measures[m];
    if (measure.cents() == 0) {
      return 0;
    }
    long room = budget - model.sum(others, PlanMeasure::cents);
    if (setup != NONE && measure.setupCents() > 0) {
      double times = setup - model.sum(others, PlanMeasure::setupCents);
      room = Math.min(room, (long) (times / measure.setupCents() * measure.cents()));
    }
    if (yearly != NONE && measure.yearlyCents() > 0) {
      double times = yearly - model.sum(others, PlanMeasure::yearlyCents);
      room = Math.min(room, (long) (times / measure.yearlyCents() * measure.cents()));
    }
    return Math.max(0, room);
  }
}
