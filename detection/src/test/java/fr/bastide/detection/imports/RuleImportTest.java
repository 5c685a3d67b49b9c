package fr.bastide.detection.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.detection.DetectionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleImportTest {

  @TempDir private Path folder;

  private void refused(Path source, String why) {
    assertThatThrownBy(() -> RuleImport.read(source))
        .isInstanceOf(DetectionException.class)
        .hasMessageContaining(why);
  }

  private Path zip(String... names) throws IOException {
    Path file = folder.resolve("release.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < names.length; i++) {
        Release.add(zip, names[i], Release.rule(i));
      }
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../rules/a.yml",
        "/etc/a.yml",
        "rules/./a.yml",
        "rules//a.yml",
        "rules\\..\\a.yml",
        "C:a.yml",
        "rules/a\u0001.yml",
        "rules/../LICENSE",
        "../readme.txt"
      })
  void pathsThatLeaveTheFolderRefuseTheWhole(String path) throws IOException {
    refused(zip("rules/good.yml", path), "leaves the folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RULES/Good.YML", "rules/goo\u0064.yml/"})
  void aPathTwiceRefusesTheWhole(String path) throws IOException {
    refused(zip("rules/good.yml", path), "twice");
  }

  /// Java's own writer refuses to write a name twice, so the second is renamed in the bytes.
  @Test
  void exactlyTheSameNameTwiceRefusesTheWhole() throws IOException {
    Path file = zip("rules/aaaa.yml", "rules/bbbb.yml");
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, bytes.replace("bbbb", "aaaa"), StandardCharsets.ISO_8859_1);
    refused(file, "twice");
  }

  @Test
  void aFileThatUnfoldsTooFarRefusesTheWhole() throws IOException {
    Path file = folder.resolve("bomb.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      Release.add(zip, "rules/good.yml", Release.rule(1));
      Release.add(zip, "rules/bomb.yml", "# ".repeat(4 << 20));
    }
    assertThat(Files.size(file)).isLessThan(200_000);
    refused(file, "larger than 1 MB");
  }

  @Test
  void manyFilesThatUnfoldTooFarRefuseTheWhole() throws IOException {
    Path file = folder.resolve("bombs.zip");
    String big = "# ".repeat(1 << 19);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 70; i++) {
        Release.add(zip, "rules/bomb" + i + ".yml", big);
      }
    }
    refused(file, "once decompressed");
  }

  @Test
  void tooManyFilesRefuseTheWhole() throws IOException {
    Path file = folder.resolve("many.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 20_001; i++) {
        Release.add(zip, "x/" + i, "");
      }
    }
    refused(file, "more than 20000 files");
  }

  @Test
  void aSymbolicLinkRefusesTheWhole() throws IOException {
    Path rules = Files.createDirectories(folder.resolve("release/rules"));
    Path secret = Files.writeString(folder.resolve("secret"), Release.rule(1));
    Files.writeString(rules.resolve("a.yml"), Release.rule(2));
    Files.createSymbolicLink(rules.resolve("b.yml"), secret);
    refused(folder.resolve("release"), "not a regular file");
  }

  @Test
  void damagedArchivesAreRefused() throws IOException {
    Path good = Release.of(folder.resolve("good.zip"), 0, 20);
    byte[] bytes = Files.readAllBytes(good);
    for (int length : new int[] {0, 1, 30, bytes.length / 2, bytes.length - 10}) {
      Path cut = folder.resolve("cut.zip");
      Files.write(cut, Arrays.copyOf(bytes, length));
      refused(cut, "cut.zip");
    }
  }

  @Test
  void theVersionIsTheNewestDateWhenNothingSaysMore() {
    RuleImport rules = RuleImport.read(Release.of(folder.resolve("r.zip"), 0, 5));
    assertThat(rules.version()).isEqualTo("2026-01-05");
    assertThat(rules.licences()).containsExactly("LICENSE");
    assertThat(rules.library().book().rules()).hasSize(5);
    assertThat(rules.sha256())
        .hasSize(64)
        .isEqualTo(RuleImport.read(Release.of(folder.resolve("s.zip"), 0, 5)).sha256())
        .isNotEqualTo(RuleImport.read(Release.of(folder.resolve("t.zip"), 1, 5)).sha256());
  }
}
