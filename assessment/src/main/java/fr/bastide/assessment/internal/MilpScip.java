package fr.bastide.assessment.internal;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// SCIP through OR-tools: native code, for Linux on amd64 and arm64.
final class MilpScip implements MilpSolver {

  /// Tolerances far tighter than the default 1e-6, because tangents must hold to a millionth of a
  /// point. Hardly any cutting planes and no heuristics: these programs are small, their
  /// relaxations tight, and a good plan is known at the start, so that plain branching proves the
  /// optimum more than ten times faster than the defaults do.
  private static final String SETTINGS =
      """
      numerics/feastol = 1e-9
      numerics/dualfeastol = 1e-7
      limits/gap = 0
      separating/maxrounds = 0
      separating/maxroundsroot = 2
      presolving/maxrounds = 0
      conflict/enable = FALSE
      branching/pscost/priority = 1000000
      """
          + Stream.of(
                  "adaptivediving alns clique coefdiving conflictdiving crossover distributiondiving",
                  "farkasdiving feaspump fracdiving gins guideddiving intshifting linesearchdiving",
                  "locks lpface nlpdiving objpscostdiving ofins oneopt padm pscostdiving randrounding",
                  "rens rins rootsoldiving shiftandpropagate trysol undercover vbounds veclendiving",
                  "zirounding")
              .flatMap(line -> Stream.of(line.split(" ")))
              .map(heuristic -> "heuristics/" + heuristic + "/freq = -1\n")
              .collect(Collectors.joining());

  private static final class Natives {

    static final boolean LOADED = load();

    private static boolean load() {
      try {
        Loader.loadNativeLibraries();
        return MPSolver.supportsProblemType(
            MPSolver.OptimizationProblemType.SCIP_MIXED_INTEGER_PROGRAMMING);
      } catch (RuntimeException | UnsatisfiedLinkError absent) {
        System.getLogger(MilpScip.class.getName())
            .log(
                System.Logger.Level.INFO,
                "The native solver does not run here; plans use the slower pure-Java one.",
                absent);
        return false;
      }
    }
  }

  /// Whether the native library loads here; tries once.
  static boolean available() {
    return Natives.LOADED;
  }

  @Override
  public String name() {
    return "SCIP";
  }

  @Override
  public MilpResult solve(MilpProgram program) {
    if (!available()) {
      throw new IllegalStateException("the native solver does not run here");
    }
    MPSolver solver =
        new MPSolver("", MPSolver.OptimizationProblemType.SCIP_MIXED_INTEGER_PROGRAMMING);
    MPSolverParameters parameters = new MPSolverParameters();
    try {
      MPVariable[] variables = fill(solver, program);
      parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
      if (!solver.setSolverSpecificParametersAsString(
          SETTINGS + "limits/absgap = " + program.gap() + "\n")) {
        throw new IllegalStateException("SCIP does not know one of our settings");
      }
      return switch (solver.solve(parameters)) {
        case OPTIMAL -> optimum(solver, variables);
        case INFEASIBLE -> new MilpResult.Infeasible();
        default -> throw new IllegalStateException("SCIP stopped without an optimum");
      };
    } finally {
      parameters.delete();
      solver.delete();
    }
  }

  private static MilpResult optimum(MPSolver solver, MPVariable[] variables) {
    double[] values = new double[variables.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = variables[i].solutionValue();
    }
    MPObjective objective = solver.objective();
    return new MilpResult.Optimum(
        values, objective.value(), Math.min(objective.value(), objective.bestBound()));
  }

  private static MPVariable[] fill(MPSolver solver, MilpProgram program) {
    MPVariable[] variables = new MPVariable[program.size()];
    MPObjective objective = solver.objective();
    objective.setMinimization();
    for (int i = 0; i < variables.length; i++) {
      variables[i] =
          solver.makeVar(finite(program.low(i)), finite(program.high(i)), program.integer(i), "");
      if (program.objective(i) != 0) {
        objective.setCoefficient(variables[i], program.objective(i));
      }
    }
    for (MilpProgram.Row row : program.rows()) {
      MPConstraint constraint = solver.makeConstraint(finite(row.low()), finite(row.high()));
      for (int i = 0; i < row.variables().length; i++) {
        constraint.setCoefficient(variables[row.variables()[i]], row.coefficients()[i]);
      }
    }
    return variables;
  }

  /// The solver's own infinity: a large number in its place gave wrong optima.
  private static double finite(double bound) {
    return Double.isInfinite(bound) ? Math.copySign(MPSolver.infinity(), bound) : bound;
  }
}
