package fr.bastide.assessment.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// Optimises one body's plan exactly, by outer approximation (Duran and Grossmann, 1986).
///
/// The total is `100 (W / V - shift)` with `V = sum w / (t + shift)` over the themes: highest where
/// `V` is lowest, and `V` is convex and separable. Each `w / (t + shift)` is replaced by a variable
/// above some of its tangents; the linear program so made never overestimates `V`, so its optimum
/// bounds every plan. Where it underestimates `V`, tangents are added at the plan it found, and it
/// is solved again, until both agree.
///
/// Tangents found serve all later solves. Not thread-safe; [#fork] gives a copy to another thread.
final class PlanMaster {

  /// How close, in points, bound and plan must be; a proof may use it twice.
  static final double TOLERANCE = 3e-7;

  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final int ROUNDS = 60;

  /// As many times its price as a measure may cost in [#dearest].
  private static final double MOST_TIMES = 1e4;

  /// From one first tangent to the next.
  private static final double RATIO = 1.1;


  /// A plan with a bound.
  ///
  /// @param taken the measures
  /// @param total its score
  /// @param bound no plan within the limits scores more
  record Best(boolean[] taken, double total, double bound) {}

  final PlanModel model;
  final MilpSolver solver;
  private final PlanEquations equations;
  private final MilpProgram base;

  /// By theme: the variable of its score and of its share of `V` above the least; -1 when constant.
  private final int[] scores;

  private final int[] shares;

  /// By theme: its share of `V` when all measures are taken, scaled.
  private final double[] least;

  /// By theme: where tangents touch.
  private final List<List<Double>> tangents;

  /// Makes one unit of `V` worth about one point.
  private final double scale;

  PlanMaster(PlanModel model, MilpSolver solver) {
    this.model = model;
    this.solver = solver;
    equations = new PlanEquations(model.answers, model.size());
    base = equations.program;
    int themes = equations.themes.length;
    scores = new int[themes];
    shares = new int[themes];
    least = new double[themes];
    tangents = new ArrayList<>();
    boolean[] all = new boolean[model.size()];
    Arrays.fill(all, true);
    double[] most = model.answers.themes(all);
    double[] now = model.answers.themes(new boolean[model.size()]);
    double harmonic = model.answers.total(most) / 100 + shift();
    scale = 100 * harmonic * harmonic / weights();
    for (int k = 0; k < themes; k++) {
      scores[k] = -1;
      shares[k] = -1;
      tangents.add(new ArrayList<>());
      least[k] = scale * weight(k) / (most[k] + shift());
      if (!equations.themes[k].fixed()) {
        scores[k] = base.variable(now[k], most[k], false);
        shares[k] = base.variable(0, NONE, false);
        base.row(0, 0, MilpSum.of(0).plus(1, equations.themes[k]).plus(-1, scores[k]));
        firstTangents(k, now[k], most[k]);
      }
    }
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
    equations = other.equations;
    base = other.base;
    scores = other.scores;
    shares = other.shares;
    least = other.least;
    scale = other.scale;
    tangents = new ArrayList<>();
    other.tangents.forEach(t -> tangents.add(new ArrayList<>(t)));
  }

  /// A copy with the tangents known so far, for another thread.
  PlanMaster fork() {
    return new PlanMaster(this);
  }

  private double shift() {
    return model.answers.scoring.shift;
  }

  private double weight(int k) {
    return model.answers.asked.themeWeights[k];
  }

  private double weights() {
    return model.answers.asked.totalWeight;
  }

  /// Tangents so close that the program is never wrong by more than about a tenth of a point.
  private void firstTangents(int k, double from, double to) {
    double ratio = RATIO;
    for (double at = from + shift(); at < to + shift(); at *= ratio) {
      tangents.get(k).add(at - shift());
    }
    tangents.get(k).add(to);
  }

  /// The best plan within the limits, starting from a known one; the forced measures must fit.
  Best best(PlanLimits limits, boolean[] known) {
    touch(known);
    boolean[] best = known;
    double total = model.answers.total(known);
    double bound = 100;
    List<boolean[]> wrong = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      MilpProgram program = program(limits, wrong);
      for (int share : shares) {
        if (share >= 0) {
          program.objective(share, 1);
        }
      }
      atLeast(program, total - TOLERANCE / 3);
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
      if (bound - total <= TOLERANCE || !touch(found)) {
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
      atLeast(program, total);
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
      } else if (!touch(found)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// The highest price over the horizon, in cents, at which measure `m` is in a plan within the
  /// limits that scores at least `total`, setup and yearly cost keeping their proportion; empty when
  /// not even free of charge.
  Optional<Long> dearest(PlanLimits limits, int m, double total) {
    for (int round = 0; round < ROUNDS; round++) {
      MilpProgram program = common();
      atLeast(program, total);
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
      if (!touch(found)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private void atLeast(MilpProgram program, double total) {
    double most = scale * weights() / (total / 100 + shift());
    for (double constant : least) {
      most -= constant;
    }
    MilpSum sum = MilpSum.of(0);
    for (int share : shares) {
      if (share >= 0) {
        sum.plus(1, share);
      }
    }
    if (sum.size() > 0) {
      program.row(Double.NEGATIVE_INFINITY, most, sum);
    }
  }

  /// A plan that is nearly best when a cent costs `price` of the objective.
  ///
  /// @param taken the measures
  /// @param bound no plan within the limits has a lower [#effort] plus `price` times its cents
  record Support(boolean[] taken, double bound) {}

  /// The plan with the least [#effort] plus price, within `close`.
  Support support(PlanLimits limits, double price, double close) {
    Support best = new Support(model.forced, 0);
    List<boolean[]> wrong = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      MilpProgram program = program(limits, wrong);
      program.gap(close / 2);
      for (int share : shares) {
        if (share >= 0) {
          program.objective(share, 1);
        }
      }
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
      if (there - optimum.bound() <= close || !touch(found)) {
        return best;
      }
    }
    return best;
  }

  /// What the score of a plan falls with: `V`, scaled, above its least; never negative.
  double effort(boolean[] taken) {
    double sum = scale * weights() / (model.answers.total(taken) / 100 + shift());
    for (double constant : least) {
      sum -= constant;
    }
    return sum;
  }

  /// The score at which [#effort] is this much.
  double total(double objective) {
    double sum = objective;
    for (double constant : least) {
      sum += constant;
    }
    return 100 * Math.clamp(weights() * scale / sum - shift(), 0.0, 1.0);
  }

  /// The equations with the tangents known so far.
  private MilpProgram common() {
    MilpProgram program = base.copy();
    for (int k = 0; k < shares.length; k++) {
      if (shares[k] < 0) {
        continue;
      }
      for (double at : tangents.get(k)) {
        double s = at + shift();
        double slope = scale * weight(k) / (s * s);
        double value = scale * weight(k) / s - least[k];
        MilpSum above = MilpSum.of(0).plus(1, shares[k]).plus(slope, scores[k]);
        program.row(value + slope * at, NONE, above);
      }
    }
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
    program.row(Double.NEGATIVE_INFINITY, (double) Math.floorDiv(limit, unit), sum);
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

  /// Adds tangents at the theme scores of a plan; false when all were there.
  private boolean touch(boolean[] taken) {
    double[] at = model.answers.themes(taken);
    boolean added = false;
    for (int k = 0; k < at.length; k++) {
      double score = at[k];
      if (shares[k] >= 0 && tangents.get(k).stream().noneMatch(t -> Math.abs(t - score) < 1e-9)) {
        tangents.get(k).add(score);
        added = true;
      }
    }
    return added;
  }
}
