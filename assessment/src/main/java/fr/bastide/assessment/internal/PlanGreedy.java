package fr.bastide.assessment.internal;

import java.util.ArrayList;
import java.util.List;

/// The rule of thumb: again and again the measure, with what it needs, that brings most points per
/// euro and still fits.
final class PlanGreedy {

  /// What a free measure is taken to cost, in cents, lest its ratio be infinite.
  private static final double ONE_EURO = 100;

  private static final double GAIN = 1e-9;

  private PlanGreedy() {}

  /// A plan that fits, from what is forced on.
  static boolean[] of(PlanModel model, PlanLimits limits) {
    return trail(model, limits).getLast();
  }

  /// The plans on the way there, what is forced first.
  static List<boolean[]> trail(PlanModel model, PlanLimits limits) {
    List<boolean[]> trail = new ArrayList<>();
    boolean[] taken = model.forced.clone();
    while (true) {
      trail.add(taken);
      double total = model.answers.total(taken);
      long spent = model.sum(taken, PlanMeasure::cents);
      double best = 0;
      boolean[] next = taken;
      for (int m = 0; m < taken.length; m++) {
        if (taken[m]) {
          continue;
        }
        boolean[] with = model.with(taken, m);
        if (!limits.allow(model, with)) {
          continue;
        }
        double gain = model.answers.total(with) - total;
        double ratio = gain / (model.sum(with, PlanMeasure::cents) - spent + ONE_EURO);
        if (gain > GAIN && ratio > best) {
          best = ratio;
          next = with;
        }
      }
      if (next == taken) {
        return trail;
      }
      taken = next;
    }
  }
}
