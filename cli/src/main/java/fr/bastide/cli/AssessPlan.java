package fr.bastide.cli;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Scorer;
import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.assessment.file.Results;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.PlanRequest;
import fr.bastide.assessment.plan.Planner;
import fr.bastide.assessment.plan.TerritoryPlan;
import fr.bastide.kernel.Money;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints the best plan of one body, or of several that share a budget.
@Command(name = "plan")
final class AssessPlan implements Callable<Integer> {

  private final Console console;

  @Mixin private ReferentialOption referential = new ReferentialOption();

  @Mixin private PlanOptions options = new PlanOptions();

  @Option(names = "--common-budget", paramLabel = "EUR")
  private @Nullable Long commonBudget;

  @Option(names = "--greedy")
  private boolean greedy;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--csv")
  private boolean csv;

  @Parameters(paramLabel = "FILE", arity = "1..*")
  private List<Path> files = new ArrayList<>();

  AssessPlan(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Referential used = referential.get(console);
    List<AnswerFile> read = new ArrayList<>();
    for (Path file : files) {
      AnswerSource.usable(console, file, used).ifPresent(read::add);
    }
    if (read.size() < files.size()) {
      return ExitCode.FINDINGS;
    }
    List<PlanRequest> requests = read.stream().map(options::request).toList();
    Planner planner = new Planner(used);
    if (commonBudget == null) {
      for (int i = 0; i < requests.size(); i++) {
        single(used, planner, read.get(i), requests.get(i));
      }
    } else {
      together(used, planner, requests, read, Money.euros(commonBudget));
    }
    return ExitCode.DONE;
  }

  private void single(Referential used, Planner planner, AnswerFile file, PlanRequest request) {
    Plan plan = planner.plan(request);
    print(used, file, plan);
    if (greedy && !json && !csv) {
      Score simple = planner.greedy(request).projected();
      console.say(
          String.format(
              console.language().locale(),
              "Pour comparer, la règle «\u00a0meilleur gain par euro\u00a0»\u00a0: %.2f points (ce plan\u00a0: %.2f).",
              simple.total().point(),
              plan.projected().total().point()),
          String.format(
              console.language().locale(),
              "For comparison, the rule \"best gain per euro\": %.2f points (this plan: %.2f).",
              simple.total().point(),
              plan.projected().total().point()));
    }
  }

  private void together(
      Referential used,
      Planner planner,
      List<PlanRequest> requests,
      List<AnswerFile> files,
      Money common) {
    TerritoryPlan territory = planner.plan(requests, common);
    if (json) {
      console.out().print(Results.json(files, used, territory));
      console.out().flush();
      return;
    }
    for (int i = 0; i < files.size(); i++) {
      print(used, files.get(i), territory.plans().get(i));
    }
    if (!csv) {
      PlanPrinter printer = new PlanPrinter(console, used);
      printer.fullPrice(territory.fullPrice());
      printer.proof(territory.spent(), territory.proof());
    }
  }

  private void print(Referential used, AnswerFile file, Plan plan) {
    Score score = new Scorer(used).score(file.sheet());
    if (json) {
      console.out().println(Results.json(file, used, score, Optional.of(plan)));
    } else if (csv) {
      console.out().print(Results.csv(file, used, score, Optional.of(plan), console.language()));
      console.out().flush();
    } else {
      new PlanPrinter(console, used).print(plan);
    }
  }
}
