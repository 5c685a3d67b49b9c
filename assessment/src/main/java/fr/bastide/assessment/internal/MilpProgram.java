package fr.bastide.assessment.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A mixed-integer linear program, always minimised: plain data that any [MilpSolver] can solve.
final class MilpProgram {

  /// A linear row `low <= sum(coefficient * variable) <= high`; infinite when there is no bound.
  record Row(double low, double high, int[] variables, double[] coefficients) {}

  private double[] low = new double[64];
  private double[] high = new double[64];
  private double[] objective = new double[64];
  private boolean[] integer = new boolean[64];
  private int size;
  private double gap;
  private final List<Row> rows = new ArrayList<>();

  /// Adds a variable and gives its index.
  int variable(double least, double most, boolean whole) {
    if (size == low.length) {
      low = Arrays.copyOf(low, 2 * size);
      high = Arrays.copyOf(high, 2 * size);
      objective = Arrays.copyOf(objective, 2 * size);
      integer = Arrays.copyOf(integer, 2 * size);
    }
    low[size] = least;
    high[size] = most;
    integer[size] = whole;
    return size++;
  }

  /// Sets what one unit of a variable adds to the objective.
  void objective(int variable, double coefficient) {
    objective[variable] = coefficient;
  }

  /// Lets the solver stop this far from the optimum; zero unless said.
  void gap(double allowed) {
    gap = allowed;
  }

  double gap() {
    return gap;
  }

  /// Narrows a variable.
  void bounds(int variable, double least, double most) {
    low[variable] = least;
    high[variable] = most;
  }

  /// Adds `least <= expression <= most`, the expression's constant moved to the bounds.
  void row(double least, double most, MilpSum sum) {
    int terms = 0;
    for (int i = 0; i < sum.size(); i++) {
      terms += sum.coefficient(i) == 0 ? 0 : 1;
    }
    int[] variables = new int[terms];
    double[] coefficients = new double[terms];
    int at = 0;
    for (int i = 0; i < sum.size(); i++) {
      if (sum.coefficient(i) != 0) {
        variables[at] = sum.variable(i);
        coefficients[at++] = sum.coefficient(i);
      }
    }
    rows.add(new Row(least - sum.constant(), most - sum.constant(), variables, coefficients));
  }

  /// An independent copy, to which more can be added.
  MilpProgram copy() {
    MilpProgram copy = new MilpProgram();
    copy.low = low.clone();
    copy.high = high.clone();
    copy.objective = objective.clone();
    copy.integer = integer.clone();
    copy.size = size;
    copy.gap = gap;
    copy.rows.addAll(rows);
    return copy;
  }

  int size() {
    return size;
  }

  double low(int variable) {
    return low[variable];
  }

  double high(int variable) {
    return high[variable];
  }

  double objective(int variable) {
    return objective[variable];
  }

  boolean integer(int variable) {
    return integer[variable];
  }

  List<Row> rows() {
    return rows;
  }
}
