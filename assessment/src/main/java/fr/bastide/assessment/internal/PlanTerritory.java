package fr.bastide.assessment.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/// Shares one budget between several bodies, so that the sum of their scores is highest.
///
/// Lagrangian relaxation of the one row they share: at a price of money each body plans for itself,
/// and the sum of what that is worth, with the whole budget at that price, bounds every plan. The
/// price that makes the bound lowest is found on the bodies' [PlanFrontier]s; bodies whose frontier
/// is still vague there are solved again. The plans found, and their neighbours, then go into one
/// knapsack with a choice for each body.
final class PlanTerritory {

  /// The gap aimed at, relative to the sum.
  private static final double GAP = 1e-4;

  private static final int ROUNDS = 12;

  /// How exactly a body plans at a price that is still a guess, in points.
  private static final double ROUGH = 0.6;

  private static final int HALVINGS = 40;

  /// What money left over, or lacking, may be worth before the knapsack settles it, relative to the
  /// sum.
  private static final double IDLE = 1e-3;

  /// By how much a price falls at most, and at least, while money is left.
  private static final double STEP = 3;

  private static final double SLIGHT = 1.1;

  /// A whole budget worth less than this, relative to the sum, is more than enough.
  private static final double VAIN = 5e-3;

  /// How far from the best plan at the price a body's other choices may be, in points.
  private static final double NEAR = 0.25;

  private final List<PlanFrontier> bodies;
  private final MilpSolver solver;
  private final long common;

  /// Points per cent.
  private double price;

  private double bound = Double.POSITIVE_INFINITY;

  /// One plan for each body.
  ///
  /// @param plans in the order of the bodies
  /// @param bound no plans within the budget reach a higher sum
  /// @param price points that the last cent brings
  record Shared(List<PlanFrontier.Point> plans, double bound, double price) {}

  PlanTerritory(List<PlanFrontier> bodies, MilpSolver solver, long common) {
    this.bodies = bodies;
    this.solver = solver;
    this.common = common;
  }

  /// The plans; the forced measures of all bodies together must fit the common budget.
  Shared solve() {
    price = Math.max(price(byPlans()), guess());
    bodies.parallelStream().forEach(body -> body.neighbours(price, NEAR));
    for (int round = 0; round < ROUNDS; round++) {
      if (round > 0) {
        price = next();
      }
      bound = Math.min(bound, dual(price));
      double allowed = GAP / 2 * value();
      double idle = price * Math.abs(common - spent(byPlans(), price));
      if (vague() <= allowed && (idle <= IDLE * value() || price == 0)) {
        break;
      }
      double close = round == 0 ? ROUGH : 2 * allowed / bodies.size();
      bodies.parallelStream().forEach(body -> body.refine(price, close));
      bound = Math.min(bound, dual(price));
    }
    bodies.parallelStream().forEach(body -> body.neighbours(price, NEAR));
    List<PlanFrontier.Point> plans = knapsack();
    double sum = plans.stream().mapToDouble(PlanFrontier.Point::total).sum();
    return new Shared(plans, Math.max(bound, sum), price);
  }

  /// The price for the next round. Plans are missing at prices not yet tried: when those known
  /// cannot spend the budget, the price falls with what is left, in steps, for programs at low
  /// prices are the hardest.
  private double next() {
    double byPlans = price(byPlans());
    if (byPlans > 0 || price * common < VAIN * value()) {
      return byPlans;
    }
    double used = spent(byPlans(), price) / common;
    return price * Math.clamp(Math.pow(used, 1.5), 1 / STEP, 1 / SLIGHT);
  }

  private static Function<PlanFrontier, DoubleUnaryOperator> byPlans() {
    return body -> at -> body.best(at).cents();
  }

  /// A price to begin with when the rule of thumb leaves money over: a part of what it gets for it.
  private double guess() {
    double gained = 0;
    double spent = 1;
    for (PlanFrontier body : bodies) {
      PlanFrontier.Point all = body.best(0);
      PlanFrontier.Point none = body.best(1);
      gained += all.total() - none.total();
      spent += all.cents() - none.cents();
    }
    return gained / spent / 5;
  }

  private double value() {
    return bodies.stream().mapToDouble(b -> b.best(price).total()).sum();
  }

  /// How much the bounds exceed the plans found at the price.
  private double vague() {
    return bodies.stream()
        .mapToDouble(b -> b.bound(price) - b.best(price).total() + price * b.best(price).cents())
        .sum();
  }

  private double dual(double at) {
    return bodies.stream().mapToDouble(b -> b.bound(at)).sum() + at * common;
  }

  /// The price at which what the bodies would spend is what there is.
  private double price(Function<PlanFrontier, DoubleUnaryOperator> spending) {
    if (spent(spending, 0) <= common) {
      return 0;
    }
    double low = 0;
    double high = 1e-6;
    while (spent(spending, high) > common && high < 1) {
      high *= 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (spent(spending, middle) > common) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private double spent(Function<PlanFrontier, DoubleUnaryOperator> spending, double at) {
    return bodies.stream().mapToDouble(b -> spending.apply(b).applyAsDouble(at)).sum();
  }

  /// One of the plans found for each body, within the budget.
  private List<PlanFrontier.Point> knapsack() {
    MilpProgram program = new MilpProgram();
    MilpSum spent = MilpSum.of(0);
    double most = 0;
    for (PlanFrontier body : bodies) {
      MilpSum one = MilpSum.of(0);
      double best = body.bound(price);
      most += best;
      for (PlanFrontier.Point point : body.points) {
        int variable = program.variable(0, 1, true);
        program.objective(variable, best - point.total());
        spent.plus(point.cents() / 100.0, variable);
        one.plus(1, variable);
      }
      program.row(1, 1, one);
    }
    program.row(Double.NEGATIVE_INFINITY, common / 100.0, spent);
    program.gap(GAP / 5 * most);
    if (!(solver.solve(program) instanceof MilpResult.Optimum optimum)) {
      throw new IllegalStateException("the cheapest plans do not fit a budget that they fit");
    }
    List<PlanFrontier.Point> plans = new ArrayList<>();
    int variable = 0;
    for (PlanFrontier body : bodies) {
      for (PlanFrontier.Point point : body.points) {
        if (optimum.values()[variable++] > 0.5) {
          plans.add(point);
        }
      }
    }
    return plans;
  }
}
