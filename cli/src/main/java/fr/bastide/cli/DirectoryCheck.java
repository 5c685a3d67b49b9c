package fr.bastide.cli;

import fr.bastide.assessment.Referential;
import fr.bastide.directory.Directory;
import fr.bastide.directory.Provider;
import fr.bastide.directory.Solution;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.file.DirectoryFiles;
import fr.bastide.directory.file.Reading;
import fr.bastide.directory.sourcing.SourcingPolicy;
import fr.bastide.document.Finding;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// Says what is wrong in a directory file, and what its providers have still to complete.
@Command(name = "check")
final class DirectoryCheck implements Callable<Integer> {

  private final Console console;

  @Option(names = "--json")
  private boolean json;

  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  private Path file = Path.of("-");

  DirectoryCheck(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Reading<Directory> reading =
        DirectoryFiles.read(
            DirectorySource.bytes(file, DirectoryFiles.MAX_BYTES), Vocabulary.builtin());
    List<Finding> findings = new ArrayList<>(reading.findings());
    Map<String, Object> summary = new LinkedHashMap<>();
    if (reading instanceof Reading.Usable<Directory> usable) {
      measures(usable.value(), findings);
      summary = summary(usable.value());
    }
    if (json) {
      console.out().println(report(findings, summary));
    } else {
      FindingsPrinter.print(console, file.toString(), findings);
      if (!summary.isEmpty()) {
        console.say(
            "%s\u00a0: %s prestataires, %s solutions\u202f; %s jamais validés, %s à revalider, %s sans SIREN, %s sans horaires."
                .formatted(line(summary)),
            "%s: %s providers, %s solutions; %s never validated, %s to validate again, %s without SIREN, %s without hours."
                .formatted(line(summary)));
      }
    }
    return findings.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private Object[] line(Map<String, Object> summary) {
    List<Object> values = new ArrayList<>(List.of(file));
    values.addAll(summary.values());
    return values.toArray();
  }

  /// Measures that the referential does not have: engines do not know each other, the command line
  /// knows both.
  private static void measures(Directory directory, List<Finding> findings) {
    Referential referential = Referential.builtin();
    for (Solution solution : directory.solutions()) {
      for (String measure : solution.measures()) {
        if (referential.measure(measure).isEmpty()) {
          findings.add(
              new Finding(
                  Finding.Gravity.WARNING,
                  "",
                  0,
                  "solutions." + solution.id() + ".measures",
                  new Text(
                      "La mesure «\u00a0"
                          + measure
                          + "\u00a0» n’existe pas dans le référentiel "
                          + referential.version()
                          + ".",
                      "The measure \""
                          + measure
                          + "\" does not exist in referential "
                          + referential.version()
                          + ".")));
        }
      }
    }
  }

  private static Map<String, Object> summary(Directory directory) {
    LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Paris"));
    int months = SourcingPolicy.builtin().validMonths();
    int never = 0;
    int old = 0;
    int noSiren = 0;
    int noHours = 0;
    for (Provider provider : directory.providers()) {
      var validation = provider.guarantees().validation();
      never += validation.isEmpty() ? 1 : 0;
      old += validation.filter(v -> !v.currentAt(today, months)).isPresent() ? 1 : 0;
      noSiren += provider.identity().siren().isEmpty() ? 1 : 0;
      noHours += provider.presence().hours().isEmpty() ? 1 : 0;
    }
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("providers", directory.providers().size());
    summary.put("solutions", directory.solutions().size());
    summary.put("never-validated", never);
    summary.put("to-validate-again", old);
    summary.put("without-siren", noSiren);
    summary.put("without-hours", noHours);
    return summary;
  }

  private static String report(List<Finding> findings, Map<String, Object> summary) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("usable", !summary.isEmpty());
    report.put("summary", summary);
    report.put("findings", findings.stream().map(DirectoryCheck::json).toList());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }

  private static Map<String, Object> json(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("gravity", finding.gravity() == Finding.Gravity.ERROR ? "error" : "warning");
    json.put("line", finding.line());
    json.put("place", finding.place());
    json.put("fr", finding.text().fr());
    json.put("en", finding.text().en());
    return json;
  }
}
