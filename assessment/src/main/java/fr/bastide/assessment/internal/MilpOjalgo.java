package fr.bastide.assessment.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// Branch and bound over ojAlgo's linear programs: pure Java, for machines on which the native
/// solver does not load. ojAlgo's own integer solver is not used: on programs with a tight bound on
/// the objective it declared feasible ones infeasible, or recursed without end.
final class MilpOjalgo implements MilpSolver {

  private static final double INTEGRAL = 1e-6;

  /// What a linear optimum may miss for rounding, relative to its size.
  private static final double SLACK = 1e-9;

  /// An open node: bounds of all variables, and a lower bound of what lies below.
  private record Node(double[] low, double[] high, double bound) {}

  @Override
  public String name() {
    return "ojAlgo";
  }

  @Override
  public MilpResult solve(MilpProgram program) {
    int n = program.size();
    double[] low = new double[n];
    double[] high = new double[n];
    for (int i = 0; i < n; i++) {
      low[i] = program.low(i);
      high[i] = program.high(i);
    }
    Deque<Node> open = new ArrayDeque<>();
    open.push(new Node(low, high, Double.NEGATIVE_INFINITY));
    double[] best = new double[0];
    double least = Double.POSITIVE_INFINITY;
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (node.bound() >= least - slack(least, program)) {
        continue;
      }
      Optimisation.Result result = relaxed(program, node.low(), node.high());
      if (!result.getState().isOptimal()) {
        continue;
      }
      double bound = objective(program, result);
      if (bound >= least - slack(least, program)) {
        continue;
      }
      int branch = branch(program, result);
      if (branch < 0) {
        best = values(result, n);
        least = bound;
      } else {
        split(node, branch, result.doubleValue(branch), bound).forEach(open::push);
      }
    }
    return best.length == 0 && n > 0
        ? new MilpResult.Infeasible()
        : new MilpResult.Optimum(best, least, least - slack(least, program));
  }

  private static double slack(double objective, MilpProgram program) {
    return Double.isInfinite(objective)
        ? 0
        : Math.max(program.gap(), SLACK * Math.max(1, Math.abs(objective)));
  }

  /// The whole variable furthest from whole, -1 when all are.
  private static int branch(MilpProgram program, Optimisation.Result result) {
    int branch = -1;
    double furthest = INTEGRAL;
    for (int i = 0; i < program.size(); i++) {
      if (program.integer(i)) {
        double value = result.doubleValue(i);
        double distance = Math.abs(value - Math.rint(value));
        if (distance > furthest) {
          furthest = distance;
          branch = i;
        }
      }
    }
    return branch;
  }

  /// Both sides, the nearer one last, so that it is taken first.
  private static List<Node> split(Node node, int variable, double value, double bound) {
    double[] high = node.high().clone();
    high[variable] = Math.floor(value);
    double[] low = node.low().clone();
    low[variable] = Math.ceil(value);
    List<Node> nodes = new ArrayList<>();
    nodes.add(new Node(node.low(), high, bound));
    nodes.add(new Node(low, node.high(), bound));
    if (value - Math.floor(value) < 0.5) {
      nodes.sort(Comparator.comparingDouble(side -> side.high()[variable]));
      nodes = nodes.reversed();
    }
    return nodes;
  }

  private static double[] values(Optimisation.Result result, int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = result.doubleValue(i);
    }
    return values;
  }

  /// The optimum of the program without its integrality, under these bounds.
  private static Optimisation.Result relaxed(MilpProgram program, double[] low, double[] high) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] variables = new Variable[program.size()];
    for (int i = 0; i < variables.length; i++) {
      Variable variable = model.newVariable("v" + i);
      if (!Double.isInfinite(low[i])) {
        variable.lower(low[i]);
      }
      if (!Double.isInfinite(high[i])) {
        variable.upper(high[i]);
      }
      if (program.objective(i) != 0) {
        variable.weight(program.objective(i));
      }
      variables[i] = variable;
    }
    int number = 0;
    for (MilpProgram.Row row : program.rows()) {
      Expression expression = model.newExpression("r" + number++);
      for (int i = 0; i < row.variables().length; i++) {
        expression.set(variables[row.variables()[i]], row.coefficients()[i]);
      }
      if (!Double.isInfinite(row.low())) {
        expression.lower(row.low());
      }
      if (!Double.isInfinite(row.high())) {
        expression.upper(row.high());
      }
    }
    return model.minimise();
  }

  private static double objective(MilpProgram program, Optimisation.Result result) {
    double sum = 0;
    for (int i = 0; i < program.size(); i++) {
      sum += program.objective(i) * result.doubleValue(i);
    }
    return sum;
  }
}
