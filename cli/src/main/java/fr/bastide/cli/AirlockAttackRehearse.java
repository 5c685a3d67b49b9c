package fr.bastide.cli;

import fr.bastide.airlock.flow.Decision;
import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.FlowEvent;
import fr.bastide.gateway.FileLedger;
import fr.bastide.gateway.FlowsAt;
import fr.bastide.gateway.VitalTrial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Tries the vital flows, on whichever side it is called.
@Command(name = "rehearse")
final class AirlockAttackRehearse implements Callable<Integer> {

  private static final Duration LATELY = Duration.ofMinutes(15);

  private final Console console;

  @Option(names = "--flows", paramLabel = "FILE", required = true)
  private Path flows = Path.of("");

  @Option(names = "--state", paramLabel = "DIR", required = true)
  private Path state = Path.of("");

  @Option(names = "--direction", paramLabel = "in|out")
  private Flow.Direction direction = Flow.Direction.IN;

  @Option(names = "--out", paramLabel = "DIR")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--patience", paramLabel = "SECONDS")
  private int patience = 60;

  AirlockAttackRehearse(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Clock clock = Clock.systemUTC();
    List<Flow> vital =
        FlowsAt.load(flows).in(direction).stream()
            .filter(flow -> flow.vital() && flow.carries() == Flow.Cargo.FILES)
            .toList();
    if (vital.isEmpty()) {
      console.say(
          "Aucun flux de fichiers n’est vital dans ce sens.",
          "No flow of files is vital in this direction.");
      return ExitCode.FINDINGS;
    }
    try (FileLedger ledger = HeldItemPrinter.ledger(state)) {
      VitalTrial.Result result =
          out.isPresent()
              ? VitalTrial.high(out.get(), vital, clock.instant().minus(LATELY))
              : VitalTrial.low(state, vital, Duration.ofSeconds(patience), clock);
      ledger.decide(_ ->
          new Decision.Done(
              new FlowEvent.Rehearsed(
                  clock.instant(), FlowEvent.AIRLOCK, result.passed(), result.failed())));
      result.passed().forEach(flow -> console.say(flow + "\u00a0: réussi", flow + ": passed"));
      result.failed().forEach(flow -> console.say(flow + "\u00a0: échec", flow + ": failed"));
      if (out.isEmpty() && result.failed().isEmpty()) {
        console.say(
            "Vérifiez l’arrivée sur le côté haut\u00a0: bastide airlock attack rehearse --out.",
            "Check the arrival on the high side: bastide airlock attack rehearse --out.");
      }
      return result.failed().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }
  }
}
