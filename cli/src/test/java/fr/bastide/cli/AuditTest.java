package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.journal.JournalEvent;
import fr.bastide.store.Database;
import fr.bastide.store.DatabaseLocation;
import fr.bastide.store.JournalVault;
import fr.bastide.store.Repositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

  @TempDir Path folder = Path.of("");

  @Test
  void findsWhatWasAlteredRemovedOrCutOff() throws Exception {
    Path data = folder.resolve("data");
    JournalVault vault = JournalVault.open(data);
    try (Database database = Database.open(new DatabaseLocation.Embedded(data))) {
      Repositories all = Repositories.over(database, InstantSource.system(), vault.chain());
      fill(all, vault);
      assertThat(verify(data).out()).contains("Journal intact\u00a0: 20 entrées");

      Path backup = folder.resolve("whole.zip");
      assertThat(Ran.of("db", "backup", backup.toString(), "--data", data.toString()).code())
          .isZero();

      asOwner(database, "UPDATE journal_entry SET object = 'autre' WHERE sequence = 7");
      assertFault(data, "n° 7 a été modifiée");
      restore(data, backup);
      asOwner(database, "DELETE FROM journal_entry WHERE sequence = 5");
      assertFault(data, "Il manque des entrées");
      restore(data, backup);
      asOwner(database, "DELETE FROM journal_entry WHERE sequence > 15");
      assertFault(data, "tronqué");
      Files.delete(data.resolve("journal.anchor"));
      assertFault(data, "L’ancre du journal manque");
    }
  }

  @Test
  void anExportIsCheckedElsewhereAndItsEndIsMissed() throws IOException {
    Path data = folder.resolve("data");
    JournalVault vault = JournalVault.open(data);
    Path exported = folder.resolve("journal.jsonl");
    try (Database database = Database.open(new DatabaseLocation.Embedded(data))) {
      fill(Repositories.over(database, InstantSource.system(), vault.chain()), vault);
      assertThat(Ran.of("audit", "export", exported.toString(), "--data", data.toString()).code())
          .isZero();
    }
    Path key = Files.copy(data.resolve("journal.key"), folder.resolve("copy.key"));
    String[] verify = {"audit", "verify", exported.toString(), "--key", key.toString()};
    assertThat(Ran.of(verify).code()).isZero();

    List<String> lines = Files.readAllLines(exported);
    Files.write(exported, lines.subList(0, lines.size() - 3));
    assertThat(Ran.of(verify).code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(Ran.of(verify).out()).contains("tronqué");

    Files.writeString(exported, "{\"sequence\": oops\n");
    assertThat(Ran.of(verify).code()).isEqualTo(ExitCode.FAILURE);
    assertThat(Ran.of(verify).err()).contains("ligne 1").doesNotContain("Exception");
  }

  @Test
  void checkingMakesNothing() {
    Path nothing = folder.resolve("nothing");
    Ran ran = Ran.of("audit", "verify", "--data", nothing.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(nothing).doesNotExist();
  }

  private static void fill(Repositories all, JournalVault vault) {
    vault.keep(
        all.transactions()
            .asHouse(() -> {
              for (int i = 1; i <= 20; i++) {
                all.journal()
                    .append(
                        new JournalEvent(
                            Instant.parse("2026-11-24T08:00:00Z").plusSeconds(i),
                            Optional.empty(),
                            "TEST",
                            Optional.empty(),
                            "objet n° " + i));
              }
              return all.journal().head();
            }));
  }

  private static Ran verify(Path data) {
    return Ran.of("audit", "verify", "--data", data.toString());
  }

  private static void assertFault(Path data, String what) {
    Ran ran = verify(data);
    assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(ran.out()).contains(what);
  }

  private static void restore(Path data, Path backup) {
    Ran ran = Ran.of("db", "restore", backup.toString(), "--data", data.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(verify(data).code()).isZero();
  }

  /// As somebody who owns the database, and so can switch its triggers off.
  private static void asOwner(Database database, String sql) throws SQLException {
    try (Connection owner = database.owner().getConnection();
        Statement statement = owner.createStatement()) {
      statement.execute("ALTER TABLE journal_entry DISABLE TRIGGER USER");
      statement.execute(sql);
      statement.execute("ALTER TABLE journal_entry ENABLE TRIGGER USER");
    }
  }
}
