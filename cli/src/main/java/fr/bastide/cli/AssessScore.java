package fr.bastide.cli;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Scorer;
import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.assessment.file.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints the score of an answer file and where the points are lost.
@Command(name = "score")
final class AssessScore implements Callable<Integer> {

  private final Console console;

  @Mixin private ReferentialOption referential = new ReferentialOption();

  @ArgGroup private Format format = new Format();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("-");

  /// How the result is printed.
  static final class Format {
    @Option(names = "--json")
    private boolean json;

    @Option(names = "--csv")
    private boolean csv;

    boolean json() {
      return json;
    }

    boolean csv() {
      return csv;
    }
  }

  AssessScore(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Referential used = referential.get(console);
    Optional<AnswerFile> read = AnswerSource.usable(console, file, used);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    AnswerFile answers = read.get();
    Score score = new Scorer(used).score(answers.sheet());
    if (format.json()) {
      console.out().println(Results.json(answers, used, score, Optional.empty()));
    } else if (format.csv()) {
      console.out().print(Results.csv(answers, used, score, Optional.empty(), console.language()));
      console.out().flush();
    } else {
      new ScorePrinter(console, used).print(answers.body().name(), score);
    }
    return ExitCode.DONE;
  }
}
