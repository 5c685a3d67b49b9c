package fr.bastide.assessment.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// Optimises one body's plan exactly, by outer approximation (Duran and Grossmann, 1986): a program
/// over [PlanTangents] bounds every plan; where its optimum promises more than the plan it found is
/// worth, tangents are added there, and it is solved again, until both agree.
///
/// Tangents found serve all later solves. Not thread-safe; [#fork] gives a copy to another thread.
final class PlanMaster {

  /// How close, in points, bound and plan must be; a proof may use it twice.
  static final double TOLERANCE = 3e-7;

  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final int ROUNDS = 60;

  /// As many times its price as a measure may cost in [#dearest].
  private static final double MOST_TIMES = 1e4;

  /// A plan with a bound.
  ///
  /// @param taken the measures
  /// @param total its score
  /// @param bound no plan within the limits scores more
  record Best(boolean[] taken, double total, double bound) {}

  final PlanModel model;
  final MilpSolver solver;
  private final MilpProgram base;
  private final PlanTangents tangents;

  PlanMaster(PlanModel model, MilpSolver solver) {
    this.model = model;
    this.solver = solver;
    PlanEquations equations = new PlanEquations(model.answers, model.size());
    base = equations.program;
    tangents = new PlanTangents(model, equations);
    for (int m = 0; m < model.size(); m++) {
      for (int needed : model.needs[m]) {
        base.row(0, NONE, MilpSum.of(0).plus(1, needed).plus(-1, m));
      }
      if (model.forced[m]) {
        base.bounds(m, 1, 1);
      }
    }
  }

  private PlanMaster(PlanMaster other) {
    model = other.model;
    solver = other.solver;
    base = other.base;
    tangents = other.tangents.copy();
  }

  /// A copy with the tangents known so far, for another thread.
  PlanMaster fork() {
    return new PlanMaster(this);
  }

  /// The best plan within the limits, starting from a known one; the forced measures must fit.
  Best best(PlanLimits limits, boolean[] known) {
    tangents.touch(known);
    boolean[] best = known;
    double total = model.answers.total(known);
    double bound = 100;
    List<boolean[]> wrong = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      MilpProgram program = program(limits, wrong);
      tangents.minimise(program);
      tangents.atLeast(program, total - TOLERANCE / 3);
      if (!(solver.solve(program) instanceof MilpResult.Optimum optimum)) {
        bound = total;
        break;
      }
      bound = Math.min(bound, total(optimum.bound()));
      boolean[] found = taken(optimum);
      if (!limits.allow(model, found)) {
        wrong.add(found);
        continue;
      }
      double reached = model.answers.total(found);
      if (reached > total) {
        best = found;
        total = reached;
      }
      if (bound - total <= TOLERANCE || !tangents.touch(found)) {
        break;
      }
    }
    return new Best(best, total, Math.max(bound, total));
  }

  /// Among the plans within the limits that score at least `total`, the cheapest, and among those
  /// the one with the fewest days.
  Optional<boolean[]> cheapest(PlanLimits limits, double total) {
    long unit = unit(PlanMeasure::cents);
    double day = 0.5 / Math.max(1, all(PlanMeasure::days));
    List<boolean[]> wrong = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      MilpProgram program = program(limits, wrong);
      tangents.atLeast(program, total);
      for (int m = 0; m < model.size(); m++) {
        PlanMeasure measure = model.measures[m];
        program.objective(m, (double) (measure.cents() / unit) + day * measure.days());
      }
      if (!(solver.solve(program) instanceof MilpResult.Optimum optimum)) {
        return Optional.empty();
      }
      boolean[] found = taken(optimum);
      if (!limits.allow(model, found)) {
        wrong.add(found);
      } else if (model.answers.total(found) >= total - TOLERANCE) {
        return Optional.of(found);
      } else if (!tangents.touch(found)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// The highest price over the horizon, in cents, at which measure `m` is in a plan within the
  /// limits that scores at least `total`, setup and yearly cost keeping their proportion; empty
  /// when not even free of charge.
  Optional<Long> dearest(PlanLimits limits, int m, double total) {
    for (int round = 0; round < ROUNDS; round++) {
      MilpProgram program = common();
      tangents.atLeast(program, total);
      program.bounds(m, 1, 1);
      int price = program.variable(0, MOST_TIMES, false);
      program.objective(price, -1);
      within(program, limits.budget(), PlanMeasure::cents, m, price);
      within(program, limits.setup(), PlanMeasure::setupCents, m, price);
      within(program, limits.yearly(), PlanMeasure::yearlyCents, m, price);
      within(program, limits.days(), PlanMeasure::days, -1, -1);
      if (!(solver.solve(program) instanceof MilpResult.Optimum optimum)) {
        return Optional.empty();
      }
      boolean[] found = taken(optimum);
      if (model.answers.total(found) >= total - TOLERANCE) {
        return Optional.of(limits.room(model, found, m));
      }
      if (!tangents.touch(found)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// A plan that is nearly best when a cent costs `price` of the objective.
  ///
  /// @param taken the measures
  /// @param bound no plan within the limits has a lower effort plus `price` times its cents
  record Support(boolean[] taken, double bound) {}

  /// The plan with the least effort plus price, within `close`.
  Support support(PlanLimits limits, double price, double close) {
    Support best = new Support(model.forced, 0);
    List<boolean[]> wrong = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      MilpProgram program = program(limits, wrong);
      program.gap(close / 2);
      tangents.minimise(program);
      for (int m = 0; m < model.size(); m++) {
        program.objective(m, price * model.measures[m].cents());
      }
      if (!(solver.solve(program) instanceof MilpResult.Optimum optimum)) {
        return best;
      }
      boolean[] found = taken(optimum);
      if (!limits.allow(model, found)) {
        wrong.add(found);
        continue;
      }
      best = new Support(found, optimum.bound());
      double there = effort(found) + price * model.sum(found, PlanMeasure::cents);
      if (there - optimum.bound() <= close || !tangents.touch(found)) {
        return best;
      }
    }
    return best;
  }

  /// The score at which the effort of [PlanTangents] is this much.
  double total(double effort) {
    return tangents.total(effort);
  }

  private double effort(boolean[] taken) {
    return tangents.effort(model.answers.total(taken));
  }

  /// The equations with the tangents known so far.
  private MilpProgram common() {
    MilpProgram program = base.copy();
    tangents.into(program);
    return program;
  }

  private MilpProgram program(PlanLimits limits, List<boolean[]> wrong) {
    MilpProgram program = common();
    within(program, limits.budget(), PlanMeasure::cents, -1, -1);
    within(program, limits.setup(), PlanMeasure::setupCents, -1, -1);
    within(program, limits.yearly(), PlanMeasure::yearlyCents, -1, -1);
    within(program, limits.days(), PlanMeasure::days, -1, -1);
    for (boolean[] set : wrong) {
      MilpSum all = MilpSum.of(0);
      int count = 0;
      for (int m = 0; m < set.length; m++) {
        if (set[m]) {
          all.plus(1, m);
          count++;
        }
      }
      program.row(Double.NEGATIVE_INFINITY, count - 1, all);
    }
    return program;
  }

  /// Bounds a sum over the measures; measure `special`, which is taken, counts `price` times.
  private void within(
      MilpProgram program,
      long limit,
      ToLongFunction<PlanMeasure> quantity,
      int special,
      int price) {
    if (limit == PlanLimits.NONE || all(quantity) <= limit && special < 0) {
      return;
    }
    long unit = unit(quantity);
    MilpSum sum = MilpSum.of(0);
    for (int m = 0; m < model.size(); m++) {
      long amount = quantity.applyAsLong(model.measures[m]) / unit;
      sum.plus(amount, m == special ? price : m);
    }
    // Sums of whole amounts reach whole bounds only; a price in between may reach any.
    double most = special < 0 ? (double) Math.floorDiv(limit, unit) : (double) limit / unit;
    program.row(Double.NEGATIVE_INFINITY, most, sum);
  }

  private long all(ToLongFunction<PlanMeasure> quantity) {
    long sum = 0;
    for (PlanMeasure measure : model.measures) {
      sum += quantity.applyAsLong(measure);
    }
    return sum;
  }

  /// The greatest amount of which all are multiples: small whole numbers keep solvers exact.
  private long unit(ToLongFunction<PlanMeasure> quantity) {
    long unit = 0;
    for (PlanMeasure measure : model.measures) {
      long a = unit;
      long b = quantity.applyAsLong(measure);
      while (b != 0) {
        long rest = a % b;
        a = b;
        b = rest;
      }
      unit = a;
    }
    return Math.max(1, unit);
  }

  private boolean[] taken(MilpResult.Optimum optimum) {
    boolean[] taken = new boolean[model.size()];
    for (int m = 0; m < taken.length; m++) {
      taken[m] = optimum.values()[m] > 0.5;
    }
    return taken;
  }
}
