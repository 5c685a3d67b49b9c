package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RulesCoverageTest {

  @TempDir private Path folder;

  private void rule(int number, String title, String... tags) throws IOException {
    StringBuilder rule =
        new StringBuilder(
            """
            title: %s
            id: 6f1d7a52-8f0e-4c52-9d3f-0a4c1be5b%03d
            level: high
            logsource:
              product: windows
              category: process_creation
            detection:
              a:
                CommandLine|contains: x%d
              condition: a
            tags:
            """
                .formatted(title, number, number));
    for (String tag : tags) {
      rule.append("  - ").append(tag).append('\n');
    }
    Files.writeString(folder.resolve("rule" + number + ".yml"), rule);
  }

  private JsonNode layer(Ran ran, Path file) throws IOException {
    assertThat(ran.code()).as(ran.err()).isZero();
    return JsonMapper.shared().readTree(Files.readAllBytes(file));
  }

  @Test
  void aLayerScoresTechniquesUnderTheTacticsMeant() throws IOException {
    rule(1, "First", "attack.execution", "attack.t1053.005");
    rule(2, "Second", "attack.persistence", "attack.T1053.005", "attack.t1053");
    rule(3, "Third", "attack.t1112");
    Path out = folder.resolve("layer.json");
    Ran ran = Ran.of("rules", "coverage", "--rules", folder.toString(), "-o", out.toString());
    JsonNode layer = layer(ran, out);
    assertThat(layer.at("/versions/layer").asString()).isEqualTo("4.5");
    assertThat(layer.at("/versions/attack").asString()).isEqualTo("19");
    assertThat(layer.at("/domain").asString()).isEqualTo("enterprise-attack");
    assertThat(layer.at("/gradient/maxValue").asInt()).isEqualTo(1);
    assertThat(scored(layer))
        .containsExactlyInAnyOrder(
            "T1053.005 execution 1 First",
            "T1053 persistence 1 Second",
            "T1053.005 persistence 1 Second",
            "T1112 persistence 1 Third",
            "T1112 defense-impairment 1 Third");
  }

  private static Iterable<String> scored(JsonNode layer) {
    return layer
        .get("techniques")
        .valueStream()
        .filter(technique -> technique.has("score"))
        .map(t ->
            "%s %s %d %s"
                .formatted(
                    t.get("techniqueID").asString(),
                    t.get("tactic").asString(),
                    t.get("score").asInt(),
                    t.get("comment").asString()))
        .toList();
  }

  @Test
  void whatAttackNoLongerHasIsTold() throws IOException {
    rule(1, "Old", "attack.defense_evasion", "attack.t1086", "attack.t1064", "attack.t9999");
    rule(2, "Odd", "attack.defence", "attack.g0010", "attack.s0002", "cve.2021-1");
    Path out = folder.resolve("layer.json");
    Ran ran =
        Ran.of(
            "rules",
            "coverage",
            "--lang",
            "en",
            "--rules",
            folder.toString(),
            "-o",
            out.toString());
    assertThat(scored(layer(ran, out))).containsExactly("T1059.001 execution 1 Old");
    assertThat(ran.out())
        .contains("attack.t1086: replaced by T1059.001, counted there (1: ")
        .contains("attack.t1064: withdrawn from ATT&CK")
        .contains("attack.t9999: unknown to ATT&CK 19")
        .contains("attack.defence: unknown")
        .doesNotContain("g0010", "s0002", "cve", "defense_evasion");
  }

  @Test
  void theRulesOfBastideNameWhatAttackHas() throws IOException {
    Path out = folder.resolve("layer.json");
    Ran ran = Ran.of("rules", "coverage", "--lang", "en", "-o", out.toString());
    assertThat(layer(ran, out).get("techniques").size()).isGreaterThan(80);
    assertThat(ran.out())
        .contains("defense-impairment")
        .doesNotContain("unknown to", "replaced by", "withdrawn");
  }

  @Test
  void wrongInputIsToldAndExitsWithTwo() {
    assertThat(Ran.of("rules", "coverage", "--rules", folder.resolve("no").toString()).code())
        .isEqualTo(2);
    Ran none = Ran.of("rules", "coverage", "--rules", "imported", "--data", folder.toString());
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("bastide rules import");
    Ran unwritable =
        Ran.of("rules", "coverage", "-o", folder.resolve("no/such/layer.json").toString());
    assertThat(unwritable.code()).isEqualTo(2);
    assertThat(unwritable.err()).contains("layer.json");
  }
}
