package fr.bastide.cli;

import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.file.NeedFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Writes a need to fill in, for a panel.
@Command(name = "need")
final class DirectoryNeed implements Callable<Integer> {

  private final Console console;

  @Mixin private NewFile output = new NewFile();

  DirectoryNeed(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    String template =
        NeedFiles.template(
            Vocabulary.builtin(),
            LocalDate.now(Clock.system(ZoneId.systemDefault())),
            console.language());
    output.write(console, template.getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }
}
