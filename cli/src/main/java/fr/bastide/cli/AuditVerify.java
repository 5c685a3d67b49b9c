package fr.bastide.cli;

import fr.bastide.loop.journal.JournalCheck;
import fr.bastide.store.Database;
import fr.bastide.store.JournalFile;
import fr.bastide.store.JournalVault;
import fr.bastide.store.Repositories;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Finds any altered, removed, added or cut-off entry of the journal.
@Command(name = "verify")
final class AuditVerify implements Callable<Integer> {

  private final Console console;

  @Mixin private DataOptions data = new DataOptions();

  @Option(names = "--key", paramLabel = "FILE")
  private @Nullable Path key;

  @Parameters(paramLabel = "FILE", arity = "0..1")
  private @Nullable Path file;

  AuditVerify(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    JournalCheck.Verdict verdict = file == null ? database() : exported(file);
    for (JournalCheck.Fault fault : verdict.faults()) {
      console.say(fault.text());
    }
    if (verdict.faults().isEmpty()) {
      console.say(
          "Journal intact\u00a0: %d entrées, la dernière scellée %s…"
              .formatted(verdict.entries(), verdict.head().seal().substring(0, 12)),
          "Journal intact: %d entries, the last one sealed %s…"
              .formatted(verdict.entries(), verdict.head().seal().substring(0, 12)));
      return ExitCode.DONE;
    }
    int faults = verdict.faults().size();
    console.say(
        "Le journal n’est pas intact\u00a0: "
            + (faults == 1 ? "un constat." : faults + " constats."),
        "The journal is not intact: " + (faults == 1 ? "one finding." : faults + " findings."));
    return ExitCode.FINDINGS;
  }

  private JournalCheck.Verdict exported(Path exported) {
    return JournalFile.check(
        exported, JournalVault.withKey(key == null ? data.data().resolve("journal.key") : key));
  }

  private JournalCheck.Verdict database() {
    JournalVault vault = data.vault();
    try (Database database = Database.join(data.location())) {
      Repositories repositories =
          Repositories.over(database, InstantSource.system(), vault.chain());
      JournalCheck check = new JournalCheck(vault.chain(), vault.anchor());
      return repositories
          .transactions()
          .asHouse(() -> {
            repositories.journal().readAll(check);
            return check.verdict();
          });
    }
  }
}
