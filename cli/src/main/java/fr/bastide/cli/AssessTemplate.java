package fr.bastide.cli;

import fr.bastide.assessment.Depth;
import fr.bastide.assessment.file.AnswerFiles;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes an answer file to fill in.
@Command(name = "template")
final class AssessTemplate implements Callable<Integer> {

  private final Console console;

  @Mixin private ReferentialOption referential = new ReferentialOption();

  @Option(names = "--depth", paramLabel = "flash|standard|full")
  private Depth depth = Depth.STANDARD;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  private @Nullable Path output;

  AssessTemplate(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    String template = AnswerFiles.template(referential.get(console), depth, console.language());
    if (output == null) {
      console.out().print(template);
      console.out().flush();
      return ExitCode.DONE;
    }
    try {
      Files.writeString(output, template, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException there) {
      console.error(
          new Text(
              output + " existe déjà\u00a0: choisissez un autre nom.",
              output + " exists already: choose another name."));
      return ExitCode.FAILURE;
    }
    console.say("Écrit\u00a0: " + output, "Written: " + output);
    return ExitCode.DONE;
  }
}
