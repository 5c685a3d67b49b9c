package fr.bastide.assessment.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The score of a plan in linear rows that never promise too little.
///
/// The total is `100 (W / V - shift)` with `V = sum w / (t + shift)` over the themes: highest where
/// `V` is lowest, and `V` is convex and separable. Each `w / (t + shift)` is replaced by a variable
/// above some of its tangents, so that the rows never overestimate `V`. *Effort* below is `V`,
/// scaled so that one unit is about a point, above its least.
final class PlanTangents {

  private static final double NONE = Double.POSITIVE_INFINITY;

  /// From one first tangent to the next.
  private static final double RATIO = 1.1;

  private static final double SAME = 1e-9;

  private final PlanAnswers answers;

  /// By theme: the variable of its score and of its share of the effort; -1 when constant.
  private final int[] scores;

  private final int[] shares;

  /// By theme: its share of `V` when all measures are taken, scaled.
  private final double[] least;

  /// By theme: where tangents touch.
  private final List<List<Double>> touching;

  private final double scale;

  /// Adds the variables to the equations of a body.
  PlanTangents(PlanModel model, PlanEquations equations) {
    answers = model.answers;
    int themes = equations.themes.length;
    scores = new int[themes];
    shares = new int[themes];
    least = new double[themes];
    touching = new ArrayList<>();
    boolean[] all = new boolean[model.size()];
    Arrays.fill(all, true);
    double[] most = answers.themes(all);
    double[] now = answers.themes(new boolean[model.size()]);
    double harmonic = answers.total(most) / 100 + shift();
    scale = 100 * harmonic * harmonic / weights();
    MilpProgram program = equations.program;
    for (int k = 0; k < themes; k++) {
      scores[k] = -1;
      shares[k] = -1;
      touching.add(new ArrayList<>());
      least[k] = scale * weight(k) / (most[k] + shift());
      if (!equations.themes[k].fixed()) {
        scores[k] = program.variable(now[k], most[k], false);
        shares[k] = program.variable(0, NONE, false);
        program.row(0, 0, MilpSum.of(0).plus(1, equations.themes[k]).plus(-1, scores[k]));
        for (double at = now[k] + shift(); at < most[k] + shift(); at *= RATIO) {
          touching.get(k).add(at - shift());
        }
        touching.get(k).add(most[k]);
      }
    }
  }

  private PlanTangents(PlanTangents other) {
    answers = other.answers;
    scores = other.scores;
    shares = other.shares;
    least = other.least;
    scale = other.scale;
    touching = new ArrayList<>();
    other.touching.forEach(t -> touching.add(new ArrayList<>(t)));
  }

  /// A copy with the tangents known so far.
  PlanTangents copy() {
    return new PlanTangents(this);
  }

  private double shift() {
    return answers.scoring.shift;
  }

  private double weight(int k) {
    return answers.asked.themeWeights[k];
  }

  private double weights() {
    return answers.asked.totalWeight;
  }

  /// Adds the tangents known so far.
  void into(MilpProgram program) {
    for (int k = 0; k < shares.length; k++) {
      if (shares[k] < 0) {
        continue;
      }
      for (double at : touching.get(k)) {
        double s = at + shift();
        double slope = scale * weight(k) / (s * s);
        double value = scale * weight(k) / s - least[k];
        MilpSum above = MilpSum.of(0).plus(1, shares[k]).plus(slope, scores[k]);
        program.row(value + slope * at, NONE, above);
      }
    }
  }

  /// Makes the effort the objective.
  void minimise(MilpProgram program) {
    for (int share : shares) {
      if (share >= 0) {
        program.objective(share, 1);
      }
    }
  }

  /// Allows only plans that score at least this.
  void atLeast(MilpProgram program, double total) {
    MilpSum sum = MilpSum.of(0);
    for (int share : shares) {
      if (share >= 0) {
        sum.plus(1, share);
      }
    }
    if (sum.size() > 0) {
      program.row(Double.NEGATIVE_INFINITY, effort(total), sum);
    }
  }

  /// The effort at which the total is this.
  double effort(double total) {
    double effort = scale * weights() / (total / 100 + shift());
    for (double constant : least) {
      effort -= constant;
    }
    return effort;
  }

  /// The total at which the effort is this.
  double total(double effort) {
    double sum = effort;
    for (double constant : least) {
      sum += constant;
    }
    return 100 * Math.clamp(weights() * scale / sum - shift(), 0.0, 1.0);
  }

  /// Adds tangents at the theme scores of a plan; false when all were there.
  boolean touch(boolean[] taken) {
    double[] at = answers.themes(taken);
    boolean added = false;
    for (int k = 0; k < at.length; k++) {
      double score = at[k];
      if (shares[k] >= 0 && touching.get(k).stream().noneMatch(t -> Math.abs(t - score) < SAME)) {
        touching.get(k).add(score);
        added = true;
      }
    }
    return added;
  }
}
