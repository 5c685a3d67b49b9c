package fr.bastide.assessment.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What money brings one body: plans found, and lines that no plan crosses.
///
/// Each line says `effort >= height - slope * cents`. Their upper envelope is convex and falls;
/// along each of its pieces the score is a convex function of the cost, so score minus price is
/// highest where two lines meet. That makes a bound for every price, from a few programs solved.
final class PlanFrontier {

  /// How exactly a support is solved, in about points.
  private static final double CLOSE = 6e-3;

  private static final int SOLVES = 8;

  /// What holds without solving anything.
  private static final Line FLOOR = new Line(0, 0);

  /// A plan with its cost in cents and its score.
  record Point(boolean[] taken, long cents, double total) {}

  /// `effort >= height - slope * cents`.
  private record Line(double slope, double height) {}

  /// A place on the envelope.
  private record Corner(double cents, double effort, double worth) {}

  final PlanModel model;
  final PlanLimits limits;
  final List<Point> points = new ArrayList<>();
  private final PlanMaster master;
  private final List<Line> lines = new ArrayList<>();

  PlanFrontier(PlanModel model, PlanLimits limits, MilpSolver solver) {
    this.model = model;
    this.limits = limits;
    master = new PlanMaster(model, solver);
    PlanGreedy.trail(model, limits).forEach(this::add);
  }

  /// Keeps a plan that fits, unless one at least as cheap scores as much.
  void add(boolean[] taken) {
    if (!limits.allow(model, taken)) {
      return;
    }
    Point point =
        new Point(taken, model.sum(taken, PlanMeasure::cents), model.answers.total(taken));
    for (Point other : points) {
      if (other.cents() <= point.cents() && other.total() >= point.total() - 1e-9) {
        return;
      }
    }
    points.removeIf(o -> o.cents() >= point.cents() && o.total() <= point.total() + 1e-9);
    points.add(point);
  }

  /// The most that any plan's score minus its price can be.
  ///
  /// @param price points per cent
  double bound(double price) {
    return corner(price).worth();
  }

  /// What the best corner costs, in cents: the slope of the bound.
  double cents(double price) {
    return corner(price).cents();
  }

  /// The best plan found at this price.
  Point best(double price) {
    Point best = points.getFirst();
    for (Point point : points) {
      if (point.total() - price * point.cents() > best.total() - price * best.cents()) {
        best = point;
      }
    }
    return best;
  }

  /// No plan that costs at most this much scores more.
  double boundAt(long cents) {
    return master.total(envelope(cents));
  }

  /// Solves until bound and best plan agree within `close` points at this price.
  void refine(double price, double close) {
    for (int solve = 0; solve < SOLVES; solve++) {
      Corner corner = corner(price);
      Point best = best(price);
      if (corner.worth() - (best.total() - price * best.cents()) <= close) {
        return;
      }
      double slope = price / steepness(corner.effort());
      if (known(slope)) {
        slope = between(corner);
      }
      if (known(slope)) {
        return;
      }
      solve(slope);
    }
  }

  private void solve(double slope) {
    PlanMaster.Support support = master.support(limits, slope, CLOSE);
    lines.add(new Line(slope, support.bound()));
    add(PlanTies.pruned(model, support.taken()));
  }

  /// Points of the score lost for one unit of effort more.
  private double steepness(double effort) {
    double small = 1e-4;
    return Math.max(1e-6, (master.total(effort) - master.total(effort + small)) / small);
  }

  private boolean known(double slope) {
    return lines.stream().anyMatch(l -> Math.abs(l.slope() - slope) <= 1e-4 * l.slope());
  }

  /// A slope between the two lines that meet at a corner.
  private double between(Corner corner) {
    double steep = 0;
    double flat = Double.POSITIVE_INFINITY;
    for (Line line : lines) {
      if (line.height() - line.slope() * corner.cents() >= corner.effort() - 1e-7) {
        steep = Math.max(steep, line.slope());
        flat = Math.min(flat, line.slope());
      }
    }
    return (steep + flat) / 2;
  }

  private double envelope(double cents) {
    double effort = 0;
    for (Line line : lines) {
      effort = Math.max(effort, line.height() - line.slope() * cents);
    }
    return effort;
  }

  private Corner corner(double price) {
    double least = model.sum(model.forced, PlanMeasure::cents);
    double most = Math.min(limits.budget(), everything());
    Corner best = at(least, price);
    best = better(best, at(most, price));
    List<Line> all = new ArrayList<>(lines);
    all.add(FLOOR);
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        Line a = all.get(i);
        Line b = all.get(j);
        double cents = (a.height() - b.height()) / (a.slope() - b.slope());
        if (cents > least && cents < most) {
          best = better(best, at(cents, price));
        }
      }
    }
    return best;
  }

  private long everything() {
    boolean[] all = new boolean[model.size()];
    Arrays.fill(all, true);
    return model.sum(all, PlanMeasure::cents);
  }

  private Corner at(double cents, double price) {
    double effort = envelope(cents);
    return new Corner(cents, effort, master.total(effort) - price * cents);
  }

  private static Corner better(Corner one, Corner other) {
    return other.worth() > one.worth() ? other : one;
  }

  /// Adds the plans one or two measures away from the best ones at this price, if they are worth
  /// nearly as much.
  void neighbours(double price, double within) {
    double floor = bound(price) - within;
    for (Point point : List.copyOf(points)) {
      if (point.total() - price * point.cents() < floor) {
        continue;
      }
      for (int out = -1; out < model.size(); out++) {
        if (out >= 0 && (!point.taken()[out] || model.forced[out])) {
          continue;
        }
        boolean[] less = out < 0 ? point.taken() : model.without(point.taken(), out);
        worthy(less, price, floor);
        for (int in = 0; in < model.size(); in++) {
          if (!less[in] && in != out) {
            worthy(model.with(less, in), price, floor);
          }
        }
      }
    }
  }

  private void worthy(boolean[] taken, double price, double floor) {
    for (int m = 0; m < taken.length; m++) {
      if (model.forced[m] && !taken[m]) {
        return;
      }
    }
    if (model.answers.total(taken) - price * model.sum(taken, PlanMeasure::cents) >= floor) {
      add(taken);
    }
  }
}
