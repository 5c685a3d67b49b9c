package fr.bastide.cli;

import fr.bastide.airlock.flow.HeldItem;
import fr.bastide.gateway.FileLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists what is held.
@Command(name = "list")
final class AirlockQuarantineList implements Callable<Integer> {

  private final Console console;

  @Option(names = "--state", paramLabel = "DIR", required = true)
  private Path state = Path.of("");

  @Option(names = "--all")
  private boolean all;

  AirlockQuarantineList(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    HeldItemPrinter printer = new HeldItemPrinter(console);
    try (FileLedger ledger = HeldItemPrinter.ledger(state)) {
      List<HeldItem> items = ledger.standing().items();
      items.stream().filter(item -> all || item.open()).forEach(printer::line);
      long waiting = items.stream().filter(HeldItem::open).count();
      if (waiting == 0) {
        console.say("Rien n’attend de décision.", "Nothing waits for a decision.");
      }
      return waiting == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
    }
  }
}
