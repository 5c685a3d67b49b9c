package fr.bastide.assessment.internal;

/// What a [MilpSolver] found.
sealed interface MilpResult {

  /// The optimum, within the solver's tolerance.
  ///
  /// @param values by variable
  /// @param objective the objective there
  /// @param bound no feasible point has a lower objective than this
  record Optimum(double[] values, double objective, double bound) implements MilpResult {}

  /// No point satisfies every row.
  record Infeasible() implements MilpResult {}
}
