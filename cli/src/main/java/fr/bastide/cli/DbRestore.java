package fr.bastide.cli;

import fr.bastide.loop.journal.JournalEvent;
import fr.bastide.loop.journal.JournalHead;
import fr.bastide.store.Backup;
import fr.bastide.store.Database;
import fr.bastide.store.JournalVault;
import fr.bastide.store.Repositories;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Replaces everything the database holds by what a backup holds, or changes nothing.
@Command(name = "restore")
final class DbRestore implements Callable<Integer> {

  private final Console console;

  @Mixin private DataOptions data = new DataOptions();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  DbRestore(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Backup.verify(file);
    try (Database database = Database.join(data.location())) {
      Backup.Contents restored = new Backup(database, Clock.systemUTC()).restore(file);
      reanchor(database);
      console.say(
          "Restauré depuis %s (%d tables, %d lignes)."
              .formatted(file, restored.tables(), restored.rows()),
          "Restored from %s (%d tables, %d rows)."
              .formatted(file, restored.tables(), restored.rows()));
    }
    return ExitCode.DONE;
  }

  /// The journal is the backup's again: it tells that it was restored, and is anchored anew.
  private void reanchor(Database database) {
    JournalVault vault = data.vault();
    Repositories repositories = Repositories.over(database, InstantSource.system(), vault.chain());
    JournalHead head =
        repositories
            .transactions()
            .asHouse(() -> {
              repositories
                  .journal()
                  .append(
                      new JournalEvent(
                          Instant.now(),
                          Optional.empty(),
                          "RESTORE_BACKUP",
                          Optional.empty(),
                          vault
                              .anchor()
                              .map(a -> "before: " + a.sequence() + " " + a.seal())
                              .orElse("")));
              return repositories.journal().head();
            });
    vault.restart(head);
  }
}
