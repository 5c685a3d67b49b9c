package fr.bastide.cli;

import fr.bastide.store.Backup;
import fr.bastide.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Writes everything the database holds to one file.
@Command(name = "backup")
final class DbBackup implements Callable<Integer> {

  private final Console console;

  @Mixin private DataOptions data = new DataOptions();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  DbBackup(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Database database = Database.join(data.location())) {
      Backup.Contents written = new Backup(database, Clock.systemUTC()).write(file);
      console.say(
          "Sauvegarde écrite\u00a0: %s (%d tables, %d lignes)."
              .formatted(file, written.tables(), written.rows()),
          "Backup written: %s (%d tables, %d rows)."
              .formatted(file, written.tables(), written.rows()));
    }
    return ExitCode.DONE;
  }
}
