package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.pack.BuiltinPack;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesImportTest {

  private static final String RULE =
      """
      title: %s
      id: 6f1d7a52-8f0e-4c52-9d3f-0a4c1be5c%03d
      author: An Auditor
      logsource:
        product: windows
        category: process_creation
      detection:
        a:
          CommandLine|contains: %s
        condition: a
      """;

  @TempDir private Path folder;
  private Path data;
  private Path release;

  @BeforeEach
  void aRelease() throws IOException {
    data = folder.resolve("data");
    release = folder.resolve("sigma_core");
    write("LICENSE", "Detection Rule License 1.1");
    write("version.txt", "Release r2026-08-01\n");
    write("rules/windows/one.yml", RULE.formatted("One", 1, "vssadmin"));
    write("rules-threat-hunting/two.yml", RULE.formatted("Two", 2, "wbadmin"));
    write("tests/settings.yml", "not: a rule\n");
  }

  private void write(String path, String text) throws IOException {
    Path file = release.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Ran importing(Path source, String... more) {
    String[] words = new String[7 + more.length];
    String[] first = {
      "rules", "import", source.toString(), "--data", data.toString(), "--lang", "en"
    };
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    return Ran.of(words);
  }

  private Path zip(String name, String... pathsAndTexts) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream output = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(output)) {
      for (int i = 0; i < pathsAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(pathsAndTexts[i]));
        zip.write(pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  @Test
  void aFolderIsImportedWithLicenceVersionAndHashAndThenUsed() throws IOException {
    Ran ran = importing(release);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("version Release r2026-08-01: 2 rules", "0 refused", "Licence kept: LICENSE")
        .contains("SHA-256: ");
    Ran check = Ran.of("rules", "check", "imported", "--data", data.toString(), "--lang", "en");
    assertThat(check.code()).isZero();
    assertThat(check.out()).contains("Files: 2. Rules compiled: 2.");
    Path events = folder.resolve("events.json");
    Files.writeString(
        events,
        """
        {"product":"windows","category":"process_creation","CommandLine":"wbadmin delete"}
        """);
    Ran detect =
        Ran.of(
            "detect",
            "--rules",
            "imported",
            "--data",
            data.toString(),
            "--input",
            events.toString());
    assertThat(detect.code()).isEqualTo(1);
    assertThat(detect.out()).contains("Two", "An Auditor");
    Ran coverage = Ran.of("rules", "coverage", "--rules", "imported", "--data", data.toString());
    assertThat(coverage.code()).isZero();
    Ran both =
        Ran.of("rules", "check", "builtin", "imported", "--data", data.toString(), "--lang", "en");
    assertThat(both.code()).as(both.out()).isZero();
    int pack = BuiltinPack.get().library().book().rules().size();
    assertThat(both.out()).contains("Rules compiled: " + (pack + 2) + ".");
  }

  @Test
  void anArchiveInOneFolderIsImportedAndReplacesTheOldOne() throws IOException {
    importing(release);
    Path zip =
        zip(
            "sigma.zip",
            "sigma-2027/LICENSE",
            "DRL",
            "sigma-2027/rules/three.yml",
            RULE.formatted("Three", 3, "bcdedit"));
    Ran ran = importing(zip);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("version sigma-2027: 1 rules", "Replaces Release r2026-08-01");
    assertThat(Ran.of("rules", "check", "imported", "--data", data.toString()).out())
        .contains("Fichiers\u00a0: 1.");
  }

  @Test
  void aDryRunReportsAndWritesNothing() throws IOException {
    write("rules/bad.yml", RULE.formatted("Bad", 4, "x").replace("|contains", "|perhaps"));
    Ran ran = importing(release, "--dry-run");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("rules/bad.yml:", "perhaps", "2 rules", "1 refused", "Dry run");
    assertThat(data).doesNotExist();
  }

  @Test
  void aLicenceIsAskedForAndCanBeGiven() throws IOException {
    Path zip = zip("bare.zip", "rules/one.yml", RULE.formatted("One", 1, "x"));
    assertThat(importing(zip).out()).contains("No licence file");
    Path licence = Files.writeString(folder.resolve("drl.txt"), "DRL 1.1");
    assertThat(importing(zip, "--license", licence.toString()).out())
        .contains("Licence kept: LICENSE");
  }

  @Test
  void wrongInputIsToldAndLeavesWhatWasThere() throws IOException {
    importing(release);
    byte[] before = Files.readAllBytes(data.resolve("rules/imported.zip"));
    assertThat(importing(folder.resolve("nothing")).code()).isEqualTo(2);
    assertThat(Ran.of("rules", "import").code()).isEqualTo(2);
    Path text = Files.writeString(folder.resolve("text.zip"), "no archive");
    assertThat(importing(text).code()).isEqualTo(2);
    assertThat(importing(text).err()).contains("text.zip", "nothing was changed");
    Path up = zip("up.zip", "rules/../../one.yml", RULE.formatted("One", 1, "x"));
    assertThat(importing(up).err()).contains("leaves the folder");
    Path empty = zip("empty.zip", "LICENSE", "DRL");
    assertThat(importing(empty).err()).contains("no Sigma rule");
    assertThat(importing(release, "--license", folder.resolve("none").toString()).code())
        .isEqualTo(2);
    assertThat(Files.readAllBytes(data.resolve("rules/imported.zip"))).isEqualTo(before);
  }
}
