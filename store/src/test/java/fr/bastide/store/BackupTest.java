package fr.bastide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Grade;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.AttachmentId;
import fr.bastide.loop.assess.Attachment;
import fr.bastide.loop.assess.StoredAnswer;
import fr.bastide.loop.contract.Contract;
import fr.bastide.loop.contract.Ports;
import fr.bastide.loop.contract.Samples;
import fr.bastide.loop.journal.JournalCheck;
import fr.bastide.loop.journal.JournalEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Backups that are whole, and backups that are not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest extends Contract {

  private static final Clock CLOCK = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
  private static final String MANIFEST = "manifest.json";

  private final PostgresPorts ports = new PostgresPorts(TestDatabase.fresh());
  private final Backup backup = new Backup(ports.database(), CLOCK);
  private final JdbcClient owner = JdbcClient.create(ports.database().owner());

  @TempDir Path directory;

  @Override
  protected Ports ports() {
    return ports;
  }

  @AfterAll
  void close() {
    ports.database().close();
  }

  @BeforeEach
  void fill() {
    var body = existingBody("Aÿ \\N \t tab");
    var mayor = official(body);
    var account = mayor.account().orElseThrow();
    var assessment = Samples.assessment(body, account, Samples.NOON);
    by(
        mayor,
        () -> {
          ports.assessments().add(assessment);
          save(assessment.id(), "q", account);
          ports
              .attachments()
              .add(
                  new Attachment(
                      AttachmentId.random(),
                      assessment.id(),
                      "q",
                      "é.pdf",
                      3,
                      "0".repeat(64),
                      account,
                      Samples.NOON),
                  new byte[] {0, -1, 92});
          ports
              .plans()
              .add(Samples.storedPlan(body, assessment.id(), account, Samples.NOON, List.of("a")));
          ports.assessments().complete(assessment.id(), Samples.NOON, Samples.result(50, Grade.C));
          ports
              .journal()
              .append(
                  new JournalEvent(
                      Samples.NOON, Optional.of(account), "X", Optional.of(body), Samples.FRENCH));
        });
  }

  private void save(AssessmentId id, String question, fr.bastide.loop.AccountId by) {
    ports
        .assessments()
        .save(
            id,
            new StoredAnswer(
                question,
                new Answer.NotApplicable(Samples.FRENCH, Optional.empty()),
                0,
                by,
                "Zoé",
                Samples.NOON),
            0);
  }

  /// All rows of all tables, in a form that is equal when they are.
  private Map<String, String> everything() {
    var all = new LinkedHashMap<String, String>();
    for (var table :
        owner
            .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'bastide' ORDER BY 1")
            .query(String.class)
            .list()) {
      all.put(
          table,
          owner
              .sql(
                  "SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM bastide."
                      + table
                      + " t")
              .query(String.class)
              .single());
    }
    return all;
  }

  @Test
  void bringsEveryRowBack() throws IOException {
    var file = directory.resolve("bastide.zip");
    var before = everything();
    var written = backup.write(file);
    assertThat(written.created())
        .isEqualTo(Samples.NOON.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    assertThat(written.rows()).isPositive();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Backup.verify(file)).isEqualTo(written);
    fill();
    assertThat(everything()).isNotEqualTo(before);

    assertThat(backup.restore(file)).isEqualTo(written);
    assertThat(everything()).isEqualTo(before);
    var check = new JournalCheck(ports.chain(), Optional.of(asHouse(() -> ports.journal().head())));
    byHouse(() -> ports.journal().readAll(check));
    assertThat(check.verdict().faults()).isEmpty();
    try (var left = Files.list(directory)) {
      assertThat(left).as("no partial file stays").containsExactly(file);
    }
  }

  @Test
  void openSessionsAreNotKeptAndEndWithARestore() throws IOException {
    var file = directory.resolve("bastide.zip");
    owner.sql("INSERT INTO bastide.spring_session VALUES ('a', 'a', 0, 0, 60, 60, 'x')").update();
    backup.write(file);
    assertThat(Archives.entries(file))
        .containsKey("tables/account.copy")
        .doesNotContainKey("tables/spring_session.copy");
    backup.restore(file);
    assertThat(owner.sql("SELECT count(*) FROM bastide.spring_session").query(Long.class).single())
        .isZero();
  }

  @Test
  void protectionsAndCountersAreBackAfterARestore() {
    var file = directory.resolve("bastide.zip");
    backup.write(file);
    backup.restore(file);
    assertThat(
            owner
                .sql(
                    """
                    SELECT count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                    JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = 'bastide' AND NOT t.tgisinternal AND t.tgenabled <> 'O'
                    """)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            owner
                .sql(
                    """
                    SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = 'bastide' AND c.relrowsecurity AND NOT c.relforcerowsecurity
                    """)
                .query(Long.class)
                .single())
        .isZero();
    // Would meet a number that is taken if the counters had not moved along.
    fill();
  }

  @Test
  void isOneInstantWhileOthersWrite() throws Exception {
    var stop = new AtomicBoolean();
    var done = new AtomicInteger();
    var writer =
        Thread.ofPlatform()
            .start(() -> {
              while (!stop.get()) {
                fill();
                done.incrementAndGet();
              }
            });
    try {
      for (int i = 0; i < 5; i++) {
        var file = directory.resolve("while-" + i + ".zip");
        backup.write(file);
        var tables = Archives.entries(file);
        // Each fill adds one of both in one transaction: a torn backup would have one more of one.
        assertThat(lines(Archives.entry(tables, "tables/plan.copy")))
            .isEqualTo(lines(Archives.entry(tables, "tables/attachment.copy")));
      }
    } finally {
      stop.set(true);
      writer.join();
    }
    assertThat(done.get()).isPositive();
    backup.restore(directory.resolve("while-2.zip"));
  }

  private static long lines(byte[] content) {
    return new String(content, StandardCharsets.UTF_8).lines().count();
  }

  @Test
  void noAlteredByteIsRestoredUnnoticed() throws IOException {
    var file = directory.resolve("bastide.zip");
    backup.write(file);
    var before = everything();
    var good = Files.readAllBytes(file);
    var seed = Long.getLong("bastide.seed", 20_261_124L);
    var random = new Random(seed);
    var bad = directory.resolve("bad.zip");
    var refused = 0;
    for (int i = 0; i < 600; i++) {
      var bytes = good.clone();
      // Every region in turn, so that headers, contents and directory are all met.
      var at = (int) ((long) i * good.length / 600) + random.nextInt(good.length / 600);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(bad, bytes);
      if (refuses(bad)) {
        refused++;
      } else {
        // Some bytes of the frame mean nothing, such as the time of an entry: what is restored must
        // be
        // the same.
        backup.restore(bad);
        assertThat(everything()).as("byte %d, seed %d", at, seed).isEqualTo(before);
      }
    }
    assertThat(refused).isGreaterThan(400);
  }

  private static boolean refuses(Path file) {
    try {
      Backup.verify(file);
      return false;
    } catch (StoreException e) {
      assertThat(e.text().fr()).contains("inutilisable").contains("Rien n’a été changé");
      assertThat(e.text().en()).contains("cannot be used").contains("Nothing was changed");
      return true;
    }
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    var file = directory.resolve("bastide.zip");
    backup.write(file);
    var good = Files.readAllBytes(file);
    var bad = directory.resolve("bad.zip");
    for (int length :
        new int[] {0, 1, 3, 100, good.length / 2, good.length - 30, good.length - 1}) {
      Files.write(bad, Arrays.copyOf(good, length));
      refused(bad);
    }
    Files.writeString(bad, "this is not an archive");
    refused(bad);
    refused(directory.resolve("missing.zip"));
    refused(directory);
  }

  @Test
  void anArchiveThatLiesIsRefused() throws IOException {
    var file = directory.resolve("bastide.zip");
    backup.write(file);
    var bad = directory.resolve("bad.zip");
    Archives.rewrite(file, bad, e -> Archives.without(e, MANIFEST));
    refused(bad);
    Archives.rewrite(file, bad, e -> Archives.without(e, "tables/plan.copy"));
    refused(bad);
    Archives.rewrite(file, bad, e -> Archives.with(e, "../../etc/passwd", "x"));
    refused(bad);
    Archives.rewrite(file, bad, e -> Archives.with(e, "tables/plan.copy", ""));
    refused(bad);
    for (var lie :
        List.<UnaryOperator<String>>of(
            m -> m.replaceFirst("\"rows\" : 1", "\"rows\" : 2"),
            m -> m.replaceFirst("\"formatVersion\" : 1", "\"formatVersion\" : 2"),
            m -> m.replaceFirst("bastide-backup", "other"),
            m -> m.replaceFirst("\"schemaVersion\" : \"", "\"schemaVersion\" : \"9"),
            m -> m.replaceFirst("\"name\" : \"plan\"", "\"name\" : \"../plan\""),
            m -> m.replaceFirst("\"name\" : \"plan\"", "\"name\" : \"answer\""),
            m -> m.replaceFirst("\"id\"", "\"id; DROP TABLE x\""),
            m -> m.replaceFirst("\"created\" : \"2", "\"created\" : \"x"),
            m -> m.replaceFirst("\"tables\" : ", "\"tables\" : null, \"more\" : "),
            m -> m.replaceFirst("\\{", "{\"unknown\" : 1, "),
            m -> m.substring(1),
            m -> "[".repeat(100_000),
            m -> " ".repeat(5 << 20) + m)) {
      Archives.rewrite(
          file,
          bad,
          e ->
              Archives.with(
                  e,
                  MANIFEST,
                  lie.apply(new String(Archives.entry(e, MANIFEST), StandardCharsets.UTF_8))));
      refused(bad);
    }
  }

  @Test
  void rowsThatBreakARuleAreRefusedWithTheWholeRestore() throws IOException {
    var file = directory.resolve("bastide.zip");
    backup.write(file);
    var bad = directory.resolve("bad.zip");
    Archives.rewrite(
        file,
        bad,
        e -> {
          var content = Archives.entry(e, "tables/assessment.copy");
          var text = new String(content, StandardCharsets.UTF_8);
          var forged = text.replace("STANDARD", "WHATEVER").getBytes(StandardCharsets.UTF_8);
          var manifest = new String(Archives.entry(e, MANIFEST), StandardCharsets.UTF_8);
          return Archives.with(
              Archives.with(
                  e, "tables/assessment.copy", new String(forged, StandardCharsets.UTF_8)),
              MANIFEST,
              manifest.replace(sha256(content), sha256(forged)));
        });
    refused(bad);
  }

  private static String sha256(byte[] content) {
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void refused(Path file) {
    var before = everything();
    assertThatExceptionOfType(StoreException.class)
        .as(file.toString())
        .isThrownBy(() -> backup.restore(file))
        .satisfies(e -> {
          assertThat(e.text().fr()).contains("Rien n’a été changé");
          assertThat(e.text().en()).contains("Nothing was changed");
        });
    assertThat(everything()).isEqualTo(before);
  }
}
