package fr.bastide.cli;

import fr.bastide.detection.rule.RuleLibrary;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Says how many rules compile, and which are refused and why.
@Command(name = "check")
final class RulesCheck implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", arity = "1..*")
  private List<String> rules = List.of();

  @Mixin private DataFolder folder = new DataFolder();

  RulesCheck(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RuleLibrary library = RuleSource.of(rules, folder.path()).library();
    library
        .book()
        .refusals()
        .forEach(refusal -> console.out().println(RuleSource.line(refusal, console)));
    int taken = library.book().rules().size();
    int correlations = library.book().correlations().size();
    int refused = library.book().refusals().size();
    int retired = library.retired().size();
    console.say(
        "Fichiers\u00a0: %,d. Règles compilées\u00a0: %,d. Corrélations compilées\u00a0: %,d. Refusées\u00a0: %,d. Retirées par leur auteur\u00a0: %,d."
            .formatted(library.files(), taken, correlations, refused, retired),
        "Files: %,d. Rules compiled: %,d. Correlations compiled: %,d. Refused: %,d. Retired by their author: %,d."
            .formatted(library.files(), taken, correlations, refused, retired));
    return refused == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
  }
}
