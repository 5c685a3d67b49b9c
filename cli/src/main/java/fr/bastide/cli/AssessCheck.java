package fr.bastide.cli;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.file.AnswerFiles;
import fr.bastide.assessment.file.Referentials;
import fr.bastide.document.Finding;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says what is wrong in answer files, or in a referential of one's own.
@Command(name = "check")
final class AssessCheck implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ReferentialOption referential = new ReferentialOption();

  @Parameters(paramLabel = "FILE", arity = "0..*")
  private List<Path> files = new ArrayList<>();

  AssessCheck(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (files.isEmpty() && referential.folder().isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          console.language() == Language.FR
              ? "Nommez au moins un fichier, ou --referential DIR."
              : "Name at least one file, or --referential DIR.");
    }
    boolean faulty = false;
    Referential used = Referential.builtin();
    if (referential.folder().isPresent()) {
      Path folder = referential.folder().get();
      Referentials.Reading reading = Referentials.read(folder);
      faulty = report(folder, reading.findings());
      if (reading instanceof Referentials.Reading.Usable usable) {
        used = usable.referential();
      } else {
        return ExitCode.FINDINGS;
      }
    }
    for (Path file : files) {
      AnswerFiles.Reading reading = AnswerSource.read(file, used);
      faulty |= report(file, reading.findings());
    }
    return faulty ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private boolean report(Path path, List<Finding> findings) {
    FindingsPrinter.print(console, path.toString(), findings);
    if (findings.isEmpty()) {
      console.say(path + "\u00a0: rien à redire.", path + ": nothing to say.");
    }
    return !findings.isEmpty();
  }
}
