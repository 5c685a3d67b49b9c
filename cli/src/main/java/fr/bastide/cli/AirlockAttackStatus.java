package fr.bastide.cli;

import fr.bastide.airlock.flow.Standing;
import fr.bastide.gateway.FileLedger;
import fr.bastide.gateway.FlowsAt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Says which flows are open, and when the vital ones were last tried.
@Command(name = "status")
final class AirlockAttackStatus implements Callable<Integer> {

  private final Console console;

  @Option(names = "--flows", paramLabel = "FILE", required = true)
  private Path flows = Path.of("");

  @Option(names = "--state", paramLabel = "DIR", required = true)
  private Path state = Path.of("");

  AirlockAttackStatus(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (FileLedger ledger = HeldItemPrinter.ledger(state)) {
      Standing standing = ledger.standing();
      AirlockAttack.tell(console, standing, FlowsAt.load(flows));
      standing
          .rehearsal()
          .ifPresentOrElse(
              last ->
                  console.say(
                      "Dernier exercice\u00a0: %s, réussis %s, en échec %s."
                          .formatted(last.at(), last.passed(), last.failed()),
                      "Last rehearsal: %s, passed %s, failed %s."
                          .formatted(last.at(), last.passed(), last.failed())),
              () ->
                  console.say("Aucun exercice n’a encore eu lieu.", "There was no rehearsal yet."));
      return standing.attack().on() ? ExitCode.FINDINGS : ExitCode.DONE;
    }
  }
}
