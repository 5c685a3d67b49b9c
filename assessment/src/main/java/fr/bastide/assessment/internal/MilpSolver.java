package fr.bastide.assessment.internal;

/// Solves [MilpProgram]s to proven optimality. Implementations are stateless and thread-safe.
interface MilpSolver {

  /// The name shown with a proof.
  String name();

  /// Solves a program.
  ///
  /// @throws IllegalStateException when the solver itself fails
  MilpResult solve(MilpProgram program);

  /// The fastest solver that runs on this machine; loads it on the first call.
  static MilpSolver fastest() {
    return MilpScip.available() ? new MilpScip() : new MilpOjalgo();
  }
}
