package fr.bastide.cli;

import fr.bastide.incident.Questionnaire;
import fr.bastide.incident.file.FactsFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Writes a file of facts to fill in.
@Command(name = "template")
final class IncidentTemplate implements Callable<Integer> {

  private final Console console;

  @Mixin private NewFile output = new NewFile();

  IncidentTemplate(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    String template = FactsFiles.template(Questionnaire.builtin(), console.language());
    output.write(console, template.getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }
}
