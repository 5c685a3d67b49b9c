package fr.bastide.cli;

import fr.bastide.store.DatabaseLocation;
import fr.bastide.store.JournalVault;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the house keeps its data: the same options as `serve`.
final class DataOptions {

  @Option(names = "--data", paramLabel = "DIR")
  private Path data = Path.of("bastide-data");

  @Option(names = "--database-url", paramLabel = "URL")
  private @Nullable String databaseUrl;

  Path data() {
    return data.toAbsolutePath().normalize();
  }

  /// The vault of the data folder.
  ///
  /// @throws UsageError when there is no such folder: nothing is made by a mere check
  JournalVault vault() {
    if (!Files.isRegularFile(data().resolve("journal.key"))) {
      throw new UsageError(
          "Aucune donnée de Bastide dans %s\u00a0: précisez --data.".formatted(data()),
          "No data of Bastide in %s: give --data.".formatted(data()));
    }
    return JournalVault.open(data());
  }

  DatabaseLocation location() {
    return databaseUrl == null
        ? new DatabaseLocation.Embedded(data())
        : new DatabaseLocation.External(databaseUrl);
  }
}
