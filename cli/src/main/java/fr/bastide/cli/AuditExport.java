package fr.bastide.cli;

import fr.bastide.store.Database;
import fr.bastide.store.JournalFile;
import fr.bastide.store.JournalVault;
import fr.bastide.store.Repositories;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Writes the journal to a file that can be checked on another machine.
@Command(name = "export")
final class AuditExport implements Callable<Integer> {

  private final Console console;

  @Mixin private DataOptions data = new DataOptions();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("journal.jsonl");

  AuditExport(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    JournalVault vault = data.vault();
    try (Database database = Database.join(data.location())) {
      Repositories repositories =
          Repositories.over(database, InstantSource.system(), vault.chain());
      long entries =
          repositories
              .transactions()
              .asHouse(() -> JournalFile.write(file, repositories.journal(), vault));
      console.say(
          "Journal écrit\u00a0: %s (%d entrées).".formatted(file, entries),
          "Journal written: %s (%d entries).".formatted(file, entries));
    }
    return ExitCode.DONE;
  }
}
