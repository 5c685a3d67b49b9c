package fr.bastide.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where imported rules are: the data directory, without its database.
final class DataFolder {

  @Option(names = "--data", paramLabel = "DIR")
  private Path data = Path.of("bastide-data");

  Path path() {
    return data.toAbsolutePath().normalize();
  }
}
