package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A new rule on old logs, and rules that are blind.
class BacktestTest {

  private static final String NEW_RULE =
      """
      title: New One
      id: 6f1d7a52-8f0e-4c52-9d3f-0a4c1be5a0ca
      author: An Auditor
      level: medium
      logsource:
        product: windows
        category: process_creation
      detection:
        odd:
          CommandLine|contains: odd
        condition: odd
      fields:
        - User
      """;

  private static final String OLD_RULE =
      NEW_RULE
          .replace("New One", "Old One")
          .replace("a0ca", "a0cb")
          .replace("contains: odd", "contains: odd 1");

  @TempDir private Path folder;

  private Path logs() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      lines.add(
          "{\"product\":\"windows\",\"category\":\"process_creation\",\"Computer\":\"PC-%d\",\"UtcTime\":\"2026-11-%02d 12:00:00.000\",\"CommandLine\":\"odd %d\",\"User\":\"%s\"}"
              .formatted(i % 2, 10 + i / 4, i, i == 0 ? "bob" : "alice"));
    }
    return Files.write(folder.resolve("old.json"), lines);
  }

  @Test
  void saysHowOftenWhereOnWhatAndWhatIsSeenAlready() throws IOException {
    Path rule = Files.writeString(folder.resolve("new.yml"), NEW_RULE);
    Path old = Files.writeString(folder.resolve("rule.yml"), OLD_RULE);
    Ran ran =
        Ran.of(
            "detect",
            "--backtest",
            rule.toString(),
            "--rules",
            old.toString(),
            "--input",
            logs().toString(),
            "--output",
            "jsonl");
    assertThat(ran.code()).isEqualTo(1);
    JsonNode trial = JsonMapper.shared().readTree(ran.out());
    assertThat(trial.get("title").asString()).isEqualTo("New One");
    assertThat(trial.get("alerts").asInt()).isEqualTo(20);
    assertThat(trial.get("days")).hasSize(5);
    assertThat(trial.at("/days/2026-11-10").asInt()).isEqualTo(4);
    assertThat(trial.get("alerts_a_day").asDouble()).isEqualTo(5.0);
    assertThat(trial.at("/fields/host/distinct").asInt()).isEqualTo(2);
    assertThat(trial.at("/fields/User/top/alice").asInt()).isEqualTo(19);
    // "odd 1" and "odd 10" to "odd 19"
    assertThat(trial.get("already_seen").asInt()).isEqualTo(11);
    assertThat(trial.at("/seen_by/Old One").asInt()).isEqualTo(11);
    assertThat(trial.get("examples")).hasSize(3);
    Ran people =
        Ran.of(
            "detect",
            "--backtest",
            rule.toString(),
            "--rules",
            old.toString(),
            "--input",
            logs().toString(),
            "--lang",
            "en");
    assertThat(people.out())
        .contains("New One — An Auditor", "20 alerts in 20 events", "About 5.00 alerts a day")
        .contains("95.0 %  19  alice", "already: 11; new: 9");
  }

  @Test
  void aRuleThatNeverFiresEndsWithZero() throws IOException {
    Path rule =
        Files.writeString(
            folder.resolve("new.yml"), NEW_RULE.replace("contains: odd", "contains: never"));
    Ran ran = Ran.of("detect", "--backtest", rule.toString(), "--input", logs().toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("0 alertes sur 20 événements");
  }

  @Test
  void aRuleThatCannotBeTakenIsAMisuse() throws IOException {
    Path rule =
        Files.writeString(folder.resolve("new.yml"), NEW_RULE.replace("contains", "perhaps"));
    Ran ran = Ran.of("detect", "--backtest", rule.toString(), "--input", logs().toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("perhaps", "new.yml");
  }

  @Test
  void blindRulesAreNamedWithWhatWouldWakeThem() throws IOException {
    Path rule =
        Files.writeString(
            folder.resolve("new.yml"),
            NEW_RULE
                + "---\n"
                + OLD_RULE
                    .replace("category: process_creation", "service: security")
                    .replace("CommandLine|contains: odd 1", "EventID: 4698"));
    String[] words = {
      "rules", "blind", "--rules", rule.toString(), "--input", logs().toString(), "--lang", "en"
    };
    Ran ran = Ran.of(words);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("Old One", "1 rules of 2").doesNotContain("New One");
    List<String> asJson = new ArrayList<>(List.of(words));
    asJson.add("--json");
    JsonNode json = JsonMapper.shared().readTree(Ran.of(asJson.toArray(String[]::new)).out());
    assertThat(json.get("events").asInt()).isEqualTo(20);
    assertThat(json.at("/blind/0/title").asString()).isEqualTo("Old One");
    assertThat(json.at("/blind/0/cause").asString()).isEqualTo("no_source");
  }
}
