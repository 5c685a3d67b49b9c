package fr.bastide.cli;

import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.file.AnswerFiles;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Runs the usual commands once, so that the ahead-of-time cache knows what they load.
@Command(name = "rehearse", hidden = true)
final class Rehearsal implements Callable<Integer> {

  @Override
  public Integer call() throws IOException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Path folder = Files.createTempDirectory("bastide-rehearsal");
    Path file = folder.resolve("answers.yaml");
    try {
      String template = AnswerFiles.template(Referential.builtin(), Depth.STANDARD, Language.FR);
      Files.writeString(file, template);
      Bastide.run(nowhere, nowhere, "help");
      Bastide.run(nowhere, nowhere, "--version");
      Bastide.run(nowhere, nowhere, "assess", "check", file.toString());
      Bastide.run(nowhere, nowhere, "assess", "score", file.toString());
      Bastide.run(nowhere, nowhere, "assess", "score", "--json", file.toString());
      Bastide.run(nowhere, nowhere, "assess", "plan", "--budget", "9000", file.toString());
      Bastide.run(nowhere, nowhere, "incident", "template");
      Path report = folder.resolve("report.pdf");
      Bastide.run(nowhere, nowhere, "assess", "report", file.toString(), "-o", report.toString());
      Files.deleteIfExists(report);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
    return ExitCode.DONE;
  }
}
