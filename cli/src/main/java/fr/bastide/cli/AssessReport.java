package fr.bastide.cli;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Scorer;
import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.PlanRequest;
import fr.bastide.assessment.plan.Planner;
import fr.bastide.print.Level;
import fr.bastide.print.ReportContent;
import fr.bastide.print.Reports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the report of an answer file, with its plan when a budget is given.
@Command(name = "report")
final class AssessReport implements Callable<Integer> {

  private static final int CURVE_POINTS = 9;

  private final Console console;

  @Mixin private ReferentialOption referential = new ReferentialOption();

  @Mixin private PlanOptions options = new PlanOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.pdf|FILE.html",
      required = true)
  private Path output = Path.of("report.pdf");

  @Option(names = "--one-page")
  private boolean onePage;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("-");

  AssessReport(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    String name = output.getFileName().toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".pdf") && !name.endsWith(".html")) {
      throw new UsageError(
          "Le rapport s’écrit en .pdf ou en .html.", "A report is written as .pdf or .html.");
    }
    new OutputFile(output).check();
    Referential used = referential.get(console);
    Optional<AnswerFile> read = AnswerSource.usable(console, file, used);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    ReportContent content = content(used, read.get());
    Level level = onePage ? Level.ONE_PAGE : Level.WHOLE;
    byte[] report =
        name.endsWith(".pdf")
            ? Reports.pdf(content, console.language(), level)
            : Reports.html(content, console.language(), level).getBytes(StandardCharsets.UTF_8);
    new OutputFile(output).write(report);
    console.say("Rapport écrit\u00a0: " + output, "Report written: " + output);
    return ExitCode.DONE;
  }

  private ReportContent content(Referential used, AnswerFile answers) {
    Score score = new Scorer(used).score(answers.sheet());
    Optional<Plan> plan = Optional.empty();
    Optional<Limits> limits = Optional.empty();
    List<Planner.BudgetPoint> curve = List.of();
    if (options.given(answers)) {
      PlanRequest request = options.request(answers);
      Planner planner = new Planner(used);
      plan = Optional.of(planner.plan(request));
      limits = Optional.of(request.limits());
      curve = planner.curve(request, CURVE_POINTS);
    }
    return ReportContent.of(answers, used, score, plan, limits, answers.sheet().at())
        .withCurve(curve);
  }
}
