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

/// Says what a table of providers would change in a directory; writes the outcome only when asked.
@Command(name = "import")
final class DirectoryImport implements Callable<Integer> {

  private final Console console;

  @Option(names = "--into", paramLabel = "FILE", required = true)
  private Path into = Path.of("-");

  @Mixin private NewFile output = new NewFile();

  @Parameters(paramLabel = "CSV", descriptionKey = "table")
  private Path csv = Path.of("-");

  DirectoryImport(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Vocabulary words = Vocabulary.builtin();
    Optional<Directory> current =
        DirectorySource.usable(
            console,
            into,
            DirectoryFiles.read(DirectorySource.bytes(into, DirectoryFiles.MAX_BYTES), words));
    if (current.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    Optional<DirectoryCsv.Import> read =
        DirectorySource.usable(
            console,
            csv,
            DirectoryCsv.read(
                DirectorySource.bytes(csv, DirectoryCsv.MAX_BYTES), current.get(), words));
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    for (DirectoryCsv.Row row : read.get().rows()) {
      report(row);
    }
    if (output.file().isEmpty()) {
      console.say(
          "Rien n’est écrit\u00a0: donnez -o FICHIER pour garder le résultat.",
          "Nothing is written: give -o FILE to keep the outcome.");
    } else {
      String merged = DirectoryFiles.json(read.get().merged());
      output.write(console, merged.getBytes(StandardCharsets.UTF_8));
    }
    return ExitCode.DONE;
  }

  private void report(DirectoryCsv.Row row) {
    String where = csv + ":" + row.line() + ": " + row.provider() + ": ";
    String fields = String.join(", ", row.fields());
    switch (row.effect()) {
      case ADDED -> console.say(where + "ajouté", where + "added");
      case CHANGED -> console.say(where + "modifié\u00a0: " + fields, where + "changed: " + fields);
      case UNCHANGED -> console.say(where + "inchangé", where + "unchanged");
    }
  }
}
