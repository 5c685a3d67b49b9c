package fr.bastide.cli;

import fr.bastide.telemetry.Formats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/// Which logs a command reads, and as what.
final class LogOptions {

  @Option(names = "--input", paramLabel = "FILE|DIR|-", defaultValue = LogFiles.STANDARD_INPUT)
  private List<String> input = List.of(LogFiles.STANDARD_INPUT);

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = Formats.AUTO)
  private String format = Formats.AUTO;

  /// The files that are asked for.
  ///
  /// @param tenants whether each folder is a body of its own
  LogFiles files(boolean tenants) throws IOException {
    return LogFiles.find(input.stream().map(Path::of).toList(), tenants);
  }

  /// A reading of logs in this format.
  LogReading reading(Console console, boolean hashed) {
    if (!Formats.names().contains(format)) {
      throw new UsageError(
          "--format\u00a0: «\u00a0%s\u00a0» n’existe pas. Formats\u00a0: %s."
              .formatted(format, String.join(", ", Formats.names())),
          "--format: there is no \"%s\". Formats: %s."
              .formatted(format, String.join(", ", Formats.names())));
    }
    return new LogReading(console, format, hashed);
  }
}
