package fr.bastide.cli;

import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.FlowReading;
import fr.bastide.gateway.FlowsAt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Says what is wrong in a flows file, and what flows there are.
@Command(name = "check")
final class AirlockFlowsCheck implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  AirlockFlowsCheck(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    FlowReading reading = FlowsAt.read(file);
    FindingsPrinter.print(console, file.toString(), reading.findings());
    if (reading instanceof FlowReading.Usable usable) {
      for (Flow flow : usable.flows().flows()) {
        console.say(
            "%-20s %-6s %-8s %s%s"
                .formatted(
                    flow.id(),
                    flow.direction() == Flow.Direction.IN ? "entrée" : "sortie",
                    flow.policyName(),
                    flow.name().fr(),
                    flow.vital() ? " (vital)" : ""),
            "%-20s %-6s %-8s %s%s"
                .formatted(
                    flow.id(),
                    flow.direction() == Flow.Direction.IN ? "in" : "out",
                    flow.policyName(),
                    flow.name().en(),
                    flow.vital() ? " (vital)" : ""));
      }
    }
    return reading.findings().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }
}
