package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One striker at many bodies, and rates that leave their habit.
class TerritoryTest {

  private static final String RULE =
      """
      title: Refused
      id: 6f1d7a52-8f0e-4c52-9d3f-0a4c1be5a0ba
      author: An Auditor
      level: medium
      logsource:
        product: windows
      detection:
        refused:
          EventID: 4625
        condition: refused
      """;

  @TempDir private Path folder;

  private void refused(String body, String address, String time) throws IOException {
    Path logs = Files.createDirectories(folder.resolve("logs").resolve(body));
    Path file = logs.resolve("security.json");
    String line =
        "{\"Channel\":\"Security\",\"EventID\":4625,\"Computer\":\"SRV\",\"UtcTime\":\"2026-11-24 "
            + time
            + ".000\",\"IpAddress\":\""
            + address
            + "\"}\n";
    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private Ran detect(String... more) throws IOException {
    Path rule = Files.writeString(folder.resolve("rule.yml"), RULE);
    List<String> words =
        new ArrayList<>(
            List.of(
                "detect",
                "--rules",
                rule.toString(),
                "--input",
                folder.resolve("logs").toString(),
                "--lang",
                "en"));
    words.addAll(List.of(more));
    return Ran.of(words.toArray(String[]::new));
  }

  @Test
  void oneAddressAtThreeBodiesIsOneAlert() throws IOException {
    // in the order of names, the last body was struck first
    refused("a", "203.0.113.7", "01:20:00");
    refused("b", "203.0.113.7", "01:10:00");
    refused("b", "203.0.113.7", "01:11:00");
    refused("c", "203.0.113.7", "01:00:00");
    refused("c", "192.0.2.1", "01:00:00");
    Ran ran = detect("--tenant-by", "folder", "--output", "jsonl");
    assertThat(ran.code()).isEqualTo(1);
    List<String> lines = ran.out().lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode strike = JsonMapper.shared().readTree(lines.getFirst());
    assertThat(strike.get("striker").asString()).isEqualTo("203.0.113.7");
    assertThat(strike.get("bodies")).hasSize(3);
    assertThat(strike.at("/bodies/0/tenant").asString()).isEqualTo("c");
    assertThat(strike.at("/bodies/1/alerts").asInt()).isEqualTo(2);
    JsonNode other = JsonMapper.shared().readTree(lines.getLast());
    assertThat(other.at("/fields/IpAddress").isMissingNode()).isTrue();
    assertThat(other.get("tenant").asString()).isEqualTo("c");
    Ran people = detect("--tenant-by", "folder");
    assertThat(people.out()).startsWith("medium").contains("strikes 3 bodies", "a: 1 alert,");
  }

  @Test
  void withoutTenantsEveryAlertStandsAlone() throws IOException {
    for (String body : List.of("a", "b", "c")) {
      refused(body, "203.0.113.7", "01:00:00");
    }
    assertThat(detect("--output", "jsonl").out().lines()).hasSize(3);
  }

  @Test
  void aStrikeStandsOnTheTimelineOnce() throws IOException {
    for (String body : List.of("a", "b", "c")) {
      refused(body, "203.0.113.7", "01:00:00");
    }
    Path page = folder.resolve("t.html");
    detect("--tenant-by", "folder", "--timeline", page.toString());
    assertThat(Files.readString(page))
        .contains("One attacker at several bodies", "Address 203.0.113.7", "3 bodies struck");
  }

  private void access(String body, boolean surge) throws IOException {
    Path logs = Files.createDirectories(folder.resolve("logs").resolve(body));
    List<String> lines = new ArrayList<>();
    Instant start = Instant.parse("2026-11-01T00:00:00Z");
    for (int bucket = 0; bucket < 48 * 10; bucket++) {
      int count = surge && bucket >= 400 && bucket < 404 ? 200 : 10 + bucket % 5;
      for (int i = 0; i < count; i++) {
        Instant time = start.plusSeconds(1_800L * bucket + 5L * i);
        lines.add("{\"@timestamp\":\"" + time + "\",\"Computer\":\"web-" + body + "\"}");
      }
    }
    Files.write(logs.resolve("web.json"), lines);
  }

  @Test
  void aRateThatLeavesItsHabitIsTold() throws IOException {
    access("a", true);
    Ran ran = detect("--surges", "--output", "jsonl");
    assertThat(ran.code()).as(ran.err()).isEqualTo(1);
    JsonNode surge = JsonMapper.shared().readTree(ran.out());
    assertThat(surge.get("source").asString()).isEqualTo("web-a");
    assertThat(surge.get("since").asString()).isEqualTo("2026-11-09T08:00:00Z");
    assertThat(surge.get("seen").asInt()).isEqualTo(200);
    assertThat(surge.get("factor").asDouble()).isGreaterThan(10);
  }

  @Test
  void aCalmRateIsNothing() throws IOException {
    access("a", false);
    Ran ran = detect("--surges");
    assertThat(ran.code()).as(ran.out()).isZero();
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void theSameSurgeAtThreeBodiesIsOneWave() throws IOException {
    for (String body : List.of("a", "b", "c")) {
      access(body, true);
    }
    Ran ran = detect("--surges", "--tenant-by", "folder", "--output", "jsonl");
    assertThat(ran.out().lines()).hasSize(1);
    assertThat(JsonMapper.shared().readTree(ran.out()).get("wave").asInt()).isEqualTo(3);
    assertThat(ran.err()).contains("alerts of rate: 1");
  }
}
