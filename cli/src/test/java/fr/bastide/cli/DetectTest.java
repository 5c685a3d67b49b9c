package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DetectTest {

  private static final String RULE =
      """
      title: Shadow Copies Deleted
      id: 6f1d7a52-8f0e-4c52-9d3f-0a4c1be5a001
      author: An Auditor
      level: high
      tags:
        - attack.t1490
      logsource:
        product: windows
        category: process_creation
      detection:
        deleted:
          CommandLine|contains|all:
            - delete
            - shadows
        condition: deleted
      """;

  private static final String EVENTS =
      """
      {"product":"windows","category":"process_creation","Computer":"PC-12","UtcTime":"2026-11-24 02:13:00.000","CommandLine":"vssadmin DELETE Shadows /all"}
      {"product":"windows","category":"process_creation","Computer":"PC-12","UtcTime":"2026-11-24 02:14:00.000","CommandLine":"vssadmin list shadows"}
      {"broken
      """;

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void anAlertNamesItsRuleItsAuthorAndWhatMatched() throws IOException {
    Path rule = file("rule.yml", RULE);
    Path events = file("events.json", EVENTS);
    Ran ran =
        Ran.of(
            "detect",
            "--rules",
            rule.toString(),
            "--input",
            events.toString(),
            "--output",
            "jsonl");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out().lines()).hasSize(1);
    JsonNode alert = JsonMapper.shared().readTree(ran.out());
    assertThat(alert.get("title").asString()).isEqualTo("Shadow Copies Deleted");
    assertThat(alert.get("author").asString()).isEqualTo("An Auditor");
    assertThat(alert.get("time").asString()).isEqualTo("2026-11-24T02:13:00Z");
    assertThat(alert.get("host").asString()).isEqualTo("PC-12");
    assertThat(alert.get("attack").get(0).asString()).isEqualTo("T1490");
    assertThat(alert.get("fields").get("CommandLine").asString()).contains("DELETE Shadows");
    assertThat(ran.err()).contains("events.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "ecs", "ocsf"})
  void everyFormNamesTheAuthor(String form) throws IOException {
    Path rule = file("rule.yml", RULE);
    Path events = file("events.json", EVENTS);
    Ran ran =
        Ran.of(
            "detect", "--rules", rule.toString(), "--input", events.toString(), "--output", form);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("Shadow Copies Deleted", "An Auditor");
  }

  @Test
  void nothingAboveTheLevelIsNothing() throws IOException {
    Path rule = file("rule.yml", RULE);
    Path events = file("events.json", EVENTS);
    Ran ran =
        Ran.of(
            "detect",
            "--rules",
            rule.toString(),
            "--input",
            events.toString(),
            "--level",
            "critical");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void wrongUsageIsToldAndExitsWithTwo() throws IOException {
    Path events = file("events.json", EVENTS);
    assertThat(Ran.of("detect", "--input", events.toString(), "--format", "odt").code())
        .isEqualTo(2);
    Ran nowhere = Ran.of("detect", "--input", folder.resolve("none").toString());
    assertThat(nowhere.code()).isEqualTo(2);
    assertThat(nowhere.err()).contains("none");
    assertThat(Ran.of("detect", "--rules", folder.resolve("no-rules").toString()).code())
        .isEqualTo(2);
  }

  @Test
  void aRuleThatCannotBeTakenIsNamedWithItsPlace() throws IOException {
    file("good.yml", RULE);
    file("bad.yml", RULE.replace("contains|all", "contains|perhaps"));
    Ran ran = Ran.of("rules", "check", folder.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("bad.yml:", "perhaps");
  }

  @Test
  void theRulesOfBastideDoAsTheirSamplesSay() {
    Ran ran = Ran.of("rules", "test", "--lang", "en");
    assertThat(ran.code()).as(ran.out()).isZero();
    assertThat(ran.out()).contains(" 0 do not");
  }

  private static final String SPRAYING =
      """
      title: Refused
      name: refused
      id: 6f1d7a52-8f0e-4c52-9d3f-0a4c1be5a101
      level: informational
      logsource:
        product: windows
        category: process_creation
      detection:
        refused:
          Image: refused.exe
        condition: refused
      ---
      title: Many Machines At Once
      id: 6f1d7a52-8f0e-4c52-9d3f-0a4c1be5a102
      level: high
      correlation:
        type: value_count
        rules:
          - refused
        group-by:
          - User
        timespan: 5m
        condition:
          field: Computer
          gte: 3
      """;

  /// Each machine's file goes from one end of the year to the other, so that read one after another
  /// they are months apart where they meet.
  @Test
  void correlationsSeeWhatHappenedAtTheSameMomentInSeveralFiles() throws IOException {
    Path rule = file("rule.yml", SPRAYING);
    Files.createDirectory(folder.resolve("logs"));
    for (String machine : new String[] {"PC-1", "PC-2", "PC-3"}) {
      StringBuilder lines = new StringBuilder();
      for (String day : new String[] {"01-02", "06-15", "12-30"}) {
        String user = day.equals("06-15") ? "mayor" : "somebody-" + machine;
        lines.append(
            """
            {"product":"windows","category":"process_creation","Computer":"%s","UtcTime":"2026-%s 02:13:00.000","Image":"refused.exe","User":"%s"}
            """
                .formatted(machine, day, user));
      }
      file("logs/" + machine + ".json", lines.toString());
    }
    Ran ran =
        Ran.of(
            "detect",
            "--rules",
            rule.toString(),
            "--input",
            folder.resolve("logs").toString(),
            "--output",
            "jsonl");
    assertThat(ran.out()).contains("Many Machines At Once").contains("mayor");
    assertThat(ran.code()).isEqualTo(1);
  }
}
