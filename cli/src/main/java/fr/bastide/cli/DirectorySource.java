package fr.bastide.cli;

import fr.bastide.directory.file.Finding;
import fr.bastide.directory.file.Reading;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    print(console, path, reading.findings());
    return switch (reading) {
      case Reading.Usable<T> usable -> Optional.of(usable.value());
      case Reading.Refused<T> _ -> Optional.empty();
    };
  }

  /// Findings, one a line, as compilers do.
  static void print(Console console, Path path, List<Finding> findings) {
    for (Finding finding : findings) {
      String gravity =
          switch (finding.gravity()) {
            case ERROR -> console.language() == Language.FR ? "erreur" : "error";
            case WARNING -> console.language() == Language.FR ? "attention" : "warning";
          };
      console
          .err()
          .println(
              path
                  + (finding.line() > 0 ? ":" + finding.line() : "")
                  + ": "
                  + gravity
                  + (finding.place().isEmpty() ? "" : ": " + finding.place())
                  + ": "
                  + finding.text().in(console.language()));
    }
  }
}
