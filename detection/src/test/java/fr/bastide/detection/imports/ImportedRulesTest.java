package fr.bastide.detection.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.detection.DetectionException;
import fr.bastide.detection.Seeds;
import fr.bastide.detection.rule.RuleReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedRulesTest {

  private static final Instant THEN = Instant.parse("2026-08-05T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void nothingIsImportedAtFirst() {
    ImportedRules imported = new ImportedRules(folder.resolve("none"));
    assertThat(imported.archive()).isEmpty();
    assertThat(imported.current()).isEmpty();
  }

  @Test
  void theRecordComesBackAndTheRulesAreRead() {
    ImportedRules imported = new ImportedRules(folder);
    RuleImport rules = RuleImport.read(Release.of(folder.resolve("r.zip"), 0, 5));
    ImportRecord written = imported.install(rules, THEN);
    assertThat(imported.current()).contains(written);
    assertThat(written.at()).isEqualTo(THEN);
    assertThat(written.rules()).isEqualTo(5);
    assertThat(written.sha256()).isEqualTo(rules.sha256());
    assertThat(new RuleReader().read(imported.archive().orElseThrow()).book().rules()).hasSize(5);
    RuleImport again = RuleImport.read(imported.archive().orElseThrow());
    assertThat(again.sha256()).isEqualTo(rules.sha256());
  }

  @Test
  void twoImportsAtOnceAreRefused() throws IOException {
    ImportedRules imported = new ImportedRules(folder);
    RuleImport rules = RuleImport.read(Release.of(folder.resolve("r.zip"), 0, 5));
    imported.install(rules, THEN);
    try (FileChannel other =
            FileChannel.open(folder.resolve("rules/import.lock"), StandardOpenOption.WRITE);
        var lock = other.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> imported.install(rules, THEN))
          .isInstanceOf(DetectionException.class)
          .hasMessageContaining("Another import is running");
    }
  }

  @Test
  void aDamagedArchiveIsToldAndCanBeReplaced() throws IOException {
    ImportedRules imported = new ImportedRules(folder);
    RuleImport rules = RuleImport.read(Release.of(folder.resolve("r.zip"), 0, 5));
    imported.install(rules, THEN);
    Files.writeString(folder.resolve("rules/imported.zip"), "x");
    assertThatThrownBy(imported::current)
        .isInstanceOf(DetectionException.class)
        .hasMessageContaining("import them again");
    imported.install(rules, THEN);
    assertThat(imported.current()).isPresent();
  }

  /// Kills importing processes at random moments: what is there afterwards is one of the two
  /// releases, whole.
  @Test
  void aKilledImportLeavesTheOldOneOrTheNewOne() throws Exception {
    Path first = Release.of(folder.resolve("first.zip"), 0, 400);
    Path second = Release.of(folder.resolve("second.zip"), 1_000, 400);
    List<String> whole = List.of(RuleImport.read(first).sha256(), RuleImport.read(second).sha256());
    ImportedRules imported = new ImportedRules(folder.resolve("data"));
    imported.install(RuleImport.read(first), THEN);
    SplittableRandom random = Seeds.random();
    for (int i = 0; i < 5; i++) {
      Process process = Importing.start(folder.resolve("data"), first, second);
      try (InputStream said = process.getInputStream()) {
        assertThat(said.read()).as("the first import of the process").isEqualTo('.');
        Thread.sleep(random.nextInt(120));
      } finally {
        process.destroyForcibly();
      }
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      String found = RuleImport.read(imported.archive().orElseThrow()).sha256();
      assertThat(whole).contains(found);
      assertThat(imported.current().orElseThrow().sha256()).isEqualTo(found);
    }
    imported.install(RuleImport.read(second), THEN);
    try (Stream<Path> left = Files.list(folder.resolve("data/rules"))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("imported.zip", "import.lock");
    }
  }
}
