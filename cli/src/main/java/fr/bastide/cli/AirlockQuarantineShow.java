package fr.bastide.cli;

import fr.bastide.airlock.flow.HeldItem;
import fr.bastide.gateway.FileLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells one held item with every step.
@Command(name = "show")
final class AirlockQuarantineShow implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "NUMBER")
  private long number;

  @Option(names = "--state", paramLabel = "DIR", required = true)
  private Path state = Path.of("");

  AirlockQuarantineShow(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (FileLedger ledger = HeldItemPrinter.ledger(state)) {
      Optional<HeldItem> item = ledger.standing().item(number);
      if (item.isEmpty()) {
        console.say(
            "Aucun élément retenu ne porte le n°\u00a0%d.".formatted(number),
            "No held item has the number %d.".formatted(number));
        return ExitCode.FINDINGS;
      }
      new HeldItemPrinter(console).whole(item.get());
      return ExitCode.DONE;
    }
  }
}
