package fr.bastide.cli;

import fr.bastide.detection.coverage.AttackMatrix;
import fr.bastide.detection.coverage.Coverage;
import fr.bastide.detection.coverage.NavigatorLayer;
import fr.bastide.detection.rule.RuleLibrary;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows which techniques of ATT&CK rules look for, and writes a layer for its Navigator.
@Command(name = "coverage")
final class RulesCoverage implements Callable<Integer> {

  private final Console console;

  @Option(names = "--rules", paramLabel = "builtin|imported|DIR|FILE", defaultValue = "builtin")
  private List<String> rules = List.of(RuleSource.BUILTIN);

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  private @Nullable Path output;

  @Mixin private DataFolder folder = new DataFolder();

  RulesCoverage(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (output != null) {
      new OutputFile(output).check();
    }
    RuleSource source = RuleSource.of(rules, folder.path());
    AttackMatrix matrix = AttackMatrix.builtin();
    Coverage coverage = Coverage.of(source.library().book(), matrix);
    new CoveragePrinter(console, matrix).print(coverage);
    if (output != null) {
      new OutputFile(output)
          .write(layer(source.library(), coverage, matrix).getBytes(StandardCharsets.UTF_8));
      console.say("Couche ATT&CK écrite : " + output, "ATT&CK layer written: " + output);
    }
    return ExitCode.DONE;
  }

  private String layer(RuleLibrary library, Coverage coverage, AttackMatrix matrix) {
    boolean french = console.language() == Language.FR;
    String words = String.join(" ", rules);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(french ? "règles" : "rules", words);
    facts.put(french ? "règles lues" : "rules read", String.valueOf(library.book().rules().size()));
    facts.put(
        french ? "corrélations lues" : "correlations read",
        String.valueOf(library.book().correlations().size()));
    facts.put(french ? "refusées" : "refused", String.valueOf(library.book().refusals().size()));
    facts.put(french ? "sans technique" : "without technique", String.valueOf(coverage.untagged()));
    facts.put("ATT&CK", matrix.version());
    return NavigatorLayer.json(
        coverage,
        matrix,
        french ? "Couverture Bastide : " + words : "Bastide coverage: " + words,
        french
            ? "Nombre de règles Sigma par technique ; le commentaire donne leurs titres."
            : "Number of Sigma rules for each technique; the comment gives their titles.",
        facts);
  }
}
