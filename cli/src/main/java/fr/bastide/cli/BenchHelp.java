package fr.bastide.cli;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Names `bench` and its tables in the help and in the completion; the launcher measures by itself.
@Command(name = "bench")
@SuppressWarnings(
    "UnusedVariable") // named for picocli alone: the launcher hands them to the benchmarks
final class BenchHelp implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "TABLE", completionCandidates = Tables.class)
  private @Nullable String table;

  @Parameters(index = "1..*", paramLabel = "PATH", arity = "0..*")
  private @Nullable List<String> paths;

  /// What can be measured; each is a table of `docs/benchmarks.md`.
  static final class Tables implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return List.of("scoring", "planning", "processes", "detect", "server").iterator();
    }
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "bench: ./bastide bench");
  }
}
