package fr.bastide.cli;

import fr.bastide.incident.Questionnaire;
import fr.bastide.incident.file.FactsFiles;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes a file of facts to fill in.
@Command(name = "template")
final class IncidentTemplate implements Callable<Integer> {

  private final Console console;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  private @Nullable Path output;

  IncidentTemplate(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    String template = FactsFiles.template(Questionnaire.builtin(), console.language());
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
              output + " existe déjà : choisissez un autre nom.",
              output + " exists already: choose another name."));
      return ExitCode.FAILURE;
    }
    console.say("Écrit : " + output, "Written: " + output);
    return ExitCode.DONE;
  }
}
