package fr.bastide.cli;

import fr.bastide.directory.file.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the files of the directory's commands; `-` is the standard input.
final class DirectorySource {

  private DirectorySource() {}

  /// The bytes of a file, one more than `most` when it is larger.
  static byte[] bytes(Path path, int most) throws IOException {
    if (path.toString().equals("-")) {
      return System.in.readNBytes(most + 1);
    }
    if (Files.isDirectory(path)) {
      throw new UsageError(
          path + " est un dossier\u00a0: nommez un fichier.", path + " is a folder: name a file.");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(most + 1);
    }
  }

  /// What was read, when it can be used; what is to be said about it goes to the error stream.
  static <T> Optional<T> usable(Console console, Path path, Reading<T> reading) {
    FindingsPrinter.print(console, path.toString(), reading.findings());
    return switch (reading) {
      case Reading.Usable<T> usable -> Optional.of(usable.value());
      case Reading.Refused<T> _ -> Optional.empty();
    };
  }
}
