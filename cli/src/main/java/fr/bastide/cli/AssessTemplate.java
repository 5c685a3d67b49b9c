package fr.bastide.cli;

import fr.bastide.assessment.Depth;
import fr.bastide.assessment.file.AnswerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
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

  @Mixin private NewFile output = new NewFile();

  AssessTemplate(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    String template = AnswerFiles.template(referential.get(console), depth, console.language());
    output.write(console, template.getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }
}
