package fr.bastide.cli;

import fr.bastide.incident.Facts;
import fr.bastide.incident.WrittenTime;
import fr.bastide.incident.file.FactsFiles;
import fr.bastide.incident.obligation.ObligationBook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Reads the files of a case for the incident commands; `-` is the standard input.
final class FactsSource {

  private FactsSource() {}

  /// The facts of a file, when they can be used; what is to be said about it goes to the error
  /// stream.
  static Optional<Facts> usable(Console console, Path file, ObligationBook book)
      throws IOException {
    FactsFiles.Outcome outcome = FactsFiles.read(bytes(file, FactsFiles.MAX_BYTES), book);
    FindingsPrinter.print(console, file.toString(), outcome.findings());
    return switch (outcome) {
      case FactsFiles.Outcome.Refused _ -> Optional.empty();
      case FactsFiles.Outcome.Usable usable -> Optional.of(usable.facts());
    };
  }

  /// The bytes of a file, one more than `most` when it is larger.
  static byte[] bytes(Path file, int most) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UsageError(file + " est un dossier.", file + " is a folder.");
    }
    if (file.toString().equals("-")) {
      return System.in.readNBytes(most + 1);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(most + 1);
    }
  }

  /// The instant of asking: the one written, or now.
  static Instant asked(String at) {
    if (at.isEmpty()) {
      return Instant.now().truncatedTo(ChronoUnit.MINUTES);
    }
    return WrittenTime.parse(at)
        .orElseThrow(() ->
            new UsageError(
                "--at\u00a0: il faut un instant comme 2026-11-24T08:30+01:00 ou 2026-11-24T08:30"
                    + " (heure de Paris).",
                "--at: an instant is needed, such as 2026-11-24T08:30+01:00 or 2026-11-24T08:30"
                    + " (Paris time)."));
  }
}
