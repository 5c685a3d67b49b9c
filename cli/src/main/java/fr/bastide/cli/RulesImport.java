package fr.bastide.cli;

import fr.bastide.detection.DetectionException;
import fr.bastide.detection.RuleBook;
import fr.bastide.detection.imports.ImportRecord;
import fr.bastide.detection.imports.ImportedRules;
import fr.bastide.detection.imports.RuleImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes the rules of a SigmaHQ release, or others like it, into the data directory.
@Command(name = "import")
final class RulesImport implements Callable<Integer> {

  private static final int MOST_REFUSALS = 20;
  private static final int MOST_LICENCE_BYTES = 1 << 20;

  private final Console console;

  @Parameters(paramLabel = "SOURCE")
  private Path source = Path.of("");

  @Option(names = "--license", paramLabel = "FILE")
  private @Nullable Path licence;

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Mixin private DataFolder folder = new DataFolder();

  RulesImport(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(source)) {
      throw new UsageError(
          "Il n’y a rien à %s : donnez un dossier ou une archive zip de règles.".formatted(source),
          "There is nothing at %s: give a folder or a zip archive of rules.".formatted(source));
    }
    if (licence != null && !Files.isRegularFile(licence)) {
      throw new UsageError(
          "--license : il n’y a pas de fichier à %s.".formatted(licence),
          "--license: there is no file at %s.".formatted(licence));
    }
    RuleImport rules = read();
    if (licence != null) {
      try (InputStream text = Files.newInputStream(licence)) {
        rules.withLicence("LICENSE", text.readNBytes(MOST_LICENCE_BYTES));
      }
    }
    ImportedRules imported = new ImportedRules(folder.path());
    Optional<ImportRecord> before = imported.current();
    report(rules);
    if (dryRun) {
      console.say("Essai : rien n’a été écrit.", "Dry run: nothing was written.");
      return rules.library().book().refusals().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }
    imported.install(rules, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    before.ifPresent(old ->
        console.say(
            "Remplace %s (%s), importé le %s.".formatted(old.version(), old.source(), old.at()),
            "Replaces %s (%s), imported at %s.".formatted(old.version(), old.source(), old.at())));
    console.say(
        "Importées dans %s ; utilisez-les avec « --rules imported ».".formatted(folder.path()),
        "Imported into %s; use them with \"--rules imported\".".formatted(folder.path()));
    return ExitCode.DONE;
  }

  /// What cannot be taken is wrong input, not a failure of the house.
  private RuleImport read() {
    try {
      return RuleImport.read(source);
    } catch (DetectionException refused) {
      throw new UsageError(refused.text().fr(), refused.text().en());
    }
  }

  private void report(RuleImport rules) {
    RuleBook book = rules.library().book();
    book.refusals().stream()
        .limit(MOST_REFUSALS)
        .forEach(refusal -> console.out().println(RuleSource.line(refusal, console)));
    int more = book.refusals().size() - MOST_REFUSALS;
    if (more > 0) {
      console.say(
          "… et %d autres refus.".formatted(more), "… and %d more refusals.".formatted(more));
    }
    console.say(
        "%s, version %s : %d règles et %d corrélations compilées, %d refusées, %d retirées, %d"
                .formatted(
                    rules.source(),
                    rules.version(),
                    book.rules().size(),
                    book.correlations().size(),
                    book.refusals().size(),
                    rules.library().retired().size(),
                    rules.skipped())
            + " autres fichiers laissés.",
        "%s, version %s: %d rules and %d correlations compiled, %d refused, %d retired, %d"
                .formatted(
                    rules.source(),
                    rules.version(),
                    book.rules().size(),
                    book.correlations().size(),
                    book.refusals().size(),
                    rules.library().retired().size(),
                    rules.skipped())
            + " other files left out.");
    console.out().println("SHA-256: " + rules.sha256());
    if (rules.licences().isEmpty()) {
      console.say(
          "Aucun fichier de licence : les règles de SigmaHQ sont sous DRL 1.1 ; ajoutez son texte"
              + " avec --license FILE.",
          "No licence file: the rules of SigmaHQ are under the DRL 1.1; add its text with --license"
              + " FILE.");
    } else {
      String names = String.join(", ", rules.licences());
      console.say("Licence gardée : " + names, "Licence kept: " + names);
    }
  }
}
