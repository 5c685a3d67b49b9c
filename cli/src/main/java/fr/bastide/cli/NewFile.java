package fr.bastide.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a command writes what it makes: a new file, or the standard output.
final class NewFile {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  private @Nullable Path file;

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /// Refuses early what could not be written later.
  void check() {
    if (file != null) {
      new OutputFile(file).checkNew();
    }
  }

  /// Writes a text; never over a file that is there.
  void write(Console console, byte[] utf8) throws IOException {
    if (file == null) {
      console.out().print(new String(utf8, StandardCharsets.UTF_8));
      console.out().flush();
      return;
    }
    new OutputFile(file).writeNew(utf8);
    console.say("Écrit\u00a0: " + file, "Written: " + file);
  }
}
