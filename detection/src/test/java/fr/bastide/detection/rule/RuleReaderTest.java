package fr.bastide.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.detection.DetectionException;
import fr.bastide.detection.Guidance;
import fr.bastide.detection.Level;
import fr.bastide.detection.RuleInfo;
import fr.bastide.detection.Samples;
import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Logsource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleReaderTest {

  @TempDir Path folder;

  private static String rule(String id) {
    return "title: T\nid: " + id + "\nlogsource: {}\ndetection: {s: {a: 1}, condition: s}\n";
  }

  @Test
  void everythingARuleSaysOfItself() {
    String yaml =
        """
        title: Whoami
        id: 1
        name: who
        status: test
        description: Somebody asks who they are.
        author: [Ana, Bob]
        date: 2026-11-24
        modified: 2026-11-25
        license: MIT
        references: [https://example.org/]
        tags: [attack.t1033]
        falsepositives: Administrators
        fields: [User]
        level: low
        logsource: {product: Windows, category: process_creation, definition: x}
        detection: {s: {Image: x}, condition: s}
        bastide:
          explanation: {fr: Quelqu’un demande., en: Somebody asks.}
          tonight: {fr: Rien., en: Nothing.}
        custom: {anything: [goes]}
        """;
    RuleLibrary library = new RuleReader().readText("r.yml", yaml);

    assertThat(library.book().refusals()).isEmpty();
    RuleInfo info = library.book().rules().getFirst().info();
    assertThat(info.id()).isEqualTo("1");
    assertThat(info.name()).isEqualTo("who");
    assertThat(info.author()).isEqualTo("Ana, Bob");
    assertThat(info.level()).isEqualTo(Level.LOW);
    assertThat(info.license()).isEqualTo("MIT");
    assertThat(info.falsePositives()).containsExactly("Administrators");
    assertThat(info.place()).hasToString("r.yml:1");
    assertThat(library.book().rules().getFirst().logsource())
        .isEqualTo(new Logsource("windows", "process_creation", ""));
    assertThat(library.guidance().get("1"))
        .isEqualTo(
            new Guidance(
                new Text("Quelqu’un demande.", "Somebody asks."), new Text("Rien.", "Nothing.")));
  }

  @Test
  void anIdIsMadeOfThePlace() {
    String yaml = "---\n" + rule("x").replace("id: x\n", "");

    RuleInfo info = new RuleReader().readText("r.yml", yaml).book().rules().getFirst().info();

    assertThat(info.id()).isEqualTo("r.yml:2");
    assertThat(info.level()).isEqualTo(Level.MEDIUM);
  }

  @Test
  void foldersAndArchives() throws IOException {
    Files.createDirectories(folder.resolve("b/c"));
    Files.writeString(folder.resolve("b/c/one.yml"), rule("1"));
    Files.writeString(folder.resolve("a.yaml"), rule("2"));
    Files.writeString(folder.resolve("b/note.txt"), "no rule");
    Path zip = folder.resolve("rules.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("z.yml", "sub/y.yml", "README.md")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(rule(name).getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.writeString(folder.resolve("broken.zip"), "no archive");

    RuleLibrary both = new RuleReader().read(List.of(folder, zip));
    RuleLibrary broken = new RuleReader().read(folder.resolve("broken.zip"));

    assertThat(both.book().rules())
        .extracting(rule -> rule.info().id())
        .containsExactly("2", "1", "sub/y.yml", "z.yml");
    assertThat(both.files()).isEqualTo(4);
    assertThat(broken.book().refusals()).hasSize(1);
    assertThatThrownBy(() -> new RuleReader().read(folder.resolve("nowhere")))
        .isInstanceOf(DetectionException.class)
        .hasMessageContaining("nothing at");
  }

  @Test
  void retiredRulesAreLeftOutUnlessAskedFor() {
    String yaml = rule("1") + "status: deprecated\n---\n" + rule("2") + "status: unsupported\n";

    RuleLibrary without = new RuleReader().readText("r.yml", yaml);
    RuleLibrary with = new RuleReader().withRetired().readText("r.yml", yaml);

    assertThat(without.book().rules()).isEmpty();
    assertThat(without.retired()).hasSize(2);
    assertThat(with.book().rules()).hasSize(2);
  }

  @Test
  void collectionsShareWhatIsGlobal() {
    String yaml =
        """
        action: global
        title: Shared
        id: base
        level: high
        logsource: {product: windows}
        detection: {condition: 1 of s*}
        ---
        logsource: {service: security}
        detection: {s1: {a: 1}}
        ---
        logsource: {service: system}
        detection: {s2: {b: 1}}
        ---
        action: repeat
        id: third
        logsource: {service: application}
        ---
        action: reset
        ---
        title: Alone
        logsource: {}
        detection: {s: {a: 1}, condition: s}
        """;
    var book = new RuleReader().readText("c.yml", yaml).book();

    assertThat(book.refusals()).isEmpty();
    assertThat(book.rules())
        .extracting(rule -> rule.info().id())
        .containsExactly("base", "base#2", "third", "c.yml:20");
    assertThat(book.rules())
        .extracting(rule -> rule.logsource().service())
        .containsExactly("security", "system", "application", "");
    assertThat(book.rules().get(2).asked()).containsExactly("b");
    assertThat(book.rules().get(1).info().level()).isEqualTo(Level.HIGH);
  }

  @Test
  void placeholdersFromAFile() throws IOException {
    Path file = folder.resolve("placeholders.yml");
    Files.writeString(file, "Servers: [srv*, dc01]\nzone: x\n");

    assertThat(Placeholders.read(file).values())
        .containsEntry("Servers", List.of("srv*", "dc01"))
        .containsEntry("zone", List.of("x"));
    Files.writeString(file, "- x\n");
    assertThatThrownBy(() -> Placeholders.read(file)).hasMessageContaining("placeholders.yml:1");
    assertThatThrownBy(() -> Placeholders.read(folder.resolve("none")))
        .isInstanceOf(DetectionException.class);
  }

  @Test
  void everyRefusalNamesItsFile() {
    var book = new RuleReader().readText("x.yml", Samples.yaml("condition: x")).book();

    assertThat(book.refusals())
        .allSatisfy(refusal -> assertThat(refusal.place().file()).isEqualTo("x.yml"));
  }
}
