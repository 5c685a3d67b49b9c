package fr.bastide.assessment.internal;

import java.util.Arrays;

/// A linear expression under construction: a constant and terms, each variable at most once.
final class MilpSum {

  private double constant;
  private int[] variables = new int[8];
  private double[] coefficients = new double[8];
  private int size;

  /// A constant.
  static MilpSum of(double constant) {
    MilpSum sum = new MilpSum();
    sum.constant = constant;
    return sum;
  }

  /// Adds a multiple of a variable.
  MilpSum plus(double coefficient, int variable) {
    for (int i = 0; i < size; i++) {
      if (variables[i] == variable) {
        coefficients[i] += coefficient;
        return this;
      }
    }
    if (size == variables.length) {
      variables = Arrays.copyOf(variables, 2 * size);
      coefficients = Arrays.copyOf(coefficients, 2 * size);
    }
    variables[size] = variable;
    coefficients[size++] = coefficient;
    return this;
  }

  /// Adds a multiple of another expression.
  MilpSum plus(double coefficient, MilpSum other) {
    constant += coefficient * other.constant;
    for (int i = 0; i < other.size; i++) {
      plus(coefficient * other.coefficients[i], other.variables[i]);
    }
    return this;
  }

  /// Adds a constant.
  MilpSum plus(double number) {
    constant += number;
    return this;
  }

  /// Whether no variable is left in it.
  boolean fixed() {
    for (int i = 0; i < size; i++) {
      if (coefficients[i] != 0) {
        return false;
      }
    }
    return true;
  }

  double constant() {
    return constant;
  }

  int size() {
    return size;
  }

  int variable(int term) {
    return variables[term];
  }

  double coefficient(int term) {
    return coefficients[term];
  }
}
