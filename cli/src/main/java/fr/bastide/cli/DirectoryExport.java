package fr.bastide.cli;

import fr.bastide.directory.Directory;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.file.DirectoryCsv;
import fr.bastide.directory.file.DirectoryFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a directory as JSON, or its providers as a table.
@Command(name = "export")
final class DirectoryExport implements Callable<Integer> {

  private final Console console;

  @Option(names = "--csv")
  private boolean csv;

  @Mixin private NewFile output = new NewFile();

  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  private Path file = Path.of("-");

  DirectoryExport(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Directory> directory =
        DirectorySource.usable(
            console,
            file,
            DirectoryFiles.read(
                DirectorySource.bytes(file, DirectoryFiles.MAX_BYTES), Vocabulary.builtin()));
    if (directory.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    output.write(
        console,
        csv
            ? DirectoryCsv.write(directory.get())
            : DirectoryFiles.json(directory.get()).getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }
}
