package fr.bastide.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a command of the directory writes: a new file, or the standard output.
final class DirectoryOutput {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  private @Nullable Path file;

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /// Writes a text; never over a file that is there.
  void write(Console console, byte[] utf8) throws IOException {
    if (file == null) {
      console.out().print(new String(utf8, StandardCharsets.UTF_8));
      console.out().flush();
      return;
    }
    try {
      Files.write(file, utf8, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException there) {
      throw new UsageError(
          file + " existe déjà\u00a0: choisissez un autre nom.",
          file + " exists already: choose another name.");
    }
    console.say("Écrit\u00a0: " + file, "Written: " + file);
  }
}
