package fr.bastide.assessment.internal;

import java.util.Arrays;
import java.util.List;

/// When to do what: prerequisites first, then the order given, as early as the person-days of a
/// month allow. The horizon always holds; where the days of a month cannot, the least loaded month
/// that still ends in time is taken.
final class PlanSchedule {

  private final PlanModel model;
  private final int months;

  /// Thousandths of a person-day used in each month.
  private final double[] load;

  private final double capacity;
  final int[] start;

  private PlanSchedule(PlanModel model, double days) {
    this.model = model;
    months = model.request.limits().months();
    load = new double[months];
    capacity = days * PlanMeasure.DAY / Math.max(1, months);
    start = new int[model.size()];
    Arrays.fill(start, -1);
  }

  /// The first month of each measure of the plan, 0 the first; -1 for those not in it.
  static int[] of(PlanModel model, boolean[] taken, List<Integer> order) {
    PlanSchedule schedule = new PlanSchedule(model, model.request.limits().days());
    for (int m : order) {
      schedule.place(m, taken);
    }
    return schedule.start;
  }

  private void place(int m, boolean[] taken) {
    int earliest = 0;
    for (int needed : model.needs[m]) {
      earliest = Math.max(earliest, start[needed] + months(needed));
    }
    int latest = months - tail(m, taken);
    int best = earliest;
    double least = Double.POSITIVE_INFINITY;
    for (int at = earliest; at <= latest && least > 0; at++) {
      double excess = excess(m, at);
      if (excess < least) {
        least = excess;
        best = at;
      }
    }
    start[m] = best;
    double share = (double) model.measures[m].days() / months(m);
    for (int month = best; month < best + months(m); month++) {
      load[month] += share;
    }
  }

  /// By how much the months of measure `m` would be overloaded.
  private double excess(int m, int at) {
    double share = (double) model.measures[m].days() / months(m);
    double excess = 0;
    for (int month = at; month < at + months(m); month++) {
      excess += Math.max(0, load[month] + share - capacity - 1e-6);
    }
    return excess;
  }

  /// Months from the start of a measure to the end of the last that waits for it.
  private int tail(int m, boolean[] taken) {
    int after = 0;
    for (int other = 0; other < model.size(); other++) {
      if (taken[other] && Arrays.stream(model.needs[other]).anyMatch(n -> n == m)) {
        after = Math.max(after, tail(other, taken));
      }
    }
    return after + months(m);
  }

  private int months(int m) {
    return model.measures[m].measure().months();
  }
}
