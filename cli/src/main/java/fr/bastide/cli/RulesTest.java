package fr.bastide.cli;

import fr.bastide.detection.pack.BuiltinPack;
import fr.bastide.detection.pack.SampleReport;
import fr.bastide.detection.pack.SampleResult;
import fr.bastide.detection.pack.Samples;
import fr.bastide.detection.rule.RuleReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Tries rules on their samples: those that must fire them, and those that must not.
@Command(name = "test")
final class RulesTest implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "builtin|DIR", arity = "0..1", defaultValue = RuleSource.BUILTIN)
  private String rules = RuleSource.BUILTIN;

  RulesTest(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SampleReport report =
        rules.equals(RuleSource.BUILTIN)
            ? BuiltinPack.get().samples().test(BuiltinPack.get().library())
            : Samples.test(Path.of(rules), new RuleReader());
    report.refusals().forEach(r -> console.out().println(RuleSource.line(r, console)));
    for (SampleResult result : report.results()) {
      result
          .failures()
          .forEach(failure ->
              console
                  .out()
                  .println(result.rule().title() + "\n    " + failure.in(console.language())));
    }
    long passed = report.results().stream().filter(SampleResult::passed).count();
    long failed = report.results().size() - passed;
    console.say(
        "%d règles conformes à leurs exemples, %d non, %d sans exemple."
            .formatted(passed, failed, report.without().size()),
        "%d rules do as their samples say, %d do not, %d have no samples."
            .formatted(passed, failed, report.without().size()));
    return report.passed() ? ExitCode.DONE : ExitCode.FINDINGS;
  }
}
