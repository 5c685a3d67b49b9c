package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Referential;
import fr.bastide.directory.Solution;
import fr.bastide.directory.sample.SampleDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DirectoryTest {

  private static final String NEED =
      """
      bastide: need/1
      reference: CAS-2026-042
      kind: incident
      date: 2026-11-24
      exercise: true
      body: {name: Mirepoix, form: commune, departement: "09", region: "76", lat: 43.1091, lon: 1.8688}
      skills: [incident-response]
      """;

  @TempDir private Path folder;

  private Path providers = Path.of("-");
  private Path need = Path.of("-");

  @BeforeEach
  void sample() throws IOException {
    providers = folder.resolve("providers.json");
    need = file("need.yaml", NEED);
    Ran ran = run("sample", "--seed", "1", "--date", "2026-11-24", "-o", providers.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Ran run(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "directory";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 2] = "--lang";
    all[all.length - 1] = "en";
    return Ran.of(all);
  }

  @Test
  void aNeedWrittenByTheCommandIsDrawnAsItStands() {
    String today = folder.resolve("today.json").toString();
    String written = folder.resolve("written.yaml").toString();
    assertThat(run("sample", "-o", today).code()).isZero();
    assertThat(run("need", "-o", written).code()).isZero();
    Ran ran = run("panel", written, "--providers", today, "--seed", "42");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(run("need", "-o", written).code()).isEqualTo(2);
  }

  private Ran panel(String... more) {
    List<String> words =
        new java.util.ArrayList<>(
            List.of("panel", need.toString(), "--providers", providers.toString()));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  @Test
  void theSampleHasTwoHundredProvidersAndNothingToSay() {
    Ran ran = run("check", providers.toString());
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("200 providers");
    assertThat(run("sample", "--seed", "1", "--date", "2026-11-24").out())
        .contains("\"id\": \"seclab\"");
  }

  @Test
  void everyMeasureServedIsInTheReferential() {
    Referential referential = Referential.builtin();
    List<Solution> solutions =
        SampleDirectory.fictional(1, 10, LocalDate.of(2026, 11, 24)).solutions();
    assertThat(solutions).isNotEmpty();
    for (Solution solution : solutions) {
      for (String measure : solution.measures()) {
        assertThat(referential.measure(measure)).as(measure).isPresent();
      }
    }
  }

  @Test
  void faultsAreToldWithTheirLineAndAsJson() throws IOException {
    Path bad =
        file(
            "bad.yaml",
            """
            bastide: directory/1
            version: "2026.1"
            providers:
              - id: rempart
                name: "Rempart"
                siren: "732829321"
            """);
    Ran ran = run("check", bad.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("bad.yaml:6: error: providers.rempart.siren");
    JsonNode json = JsonMapper.shared().readTree(run("check", bad.toString(), "--json").out());
    assertThat(json.get("usable").asBoolean()).isFalse();
    assertThat(json.get("findings").get(0).get("line").asInt()).isEqualTo(6);
    assertThat(json.get("findings").get(0).get("fr").asString()).contains("faute de frappe");
  }

  @Test
  void aMeasureThatTheReferentialDoesNotHaveIsTold() throws IOException {
    Path odd =
        file(
            "odd.yaml",
            """
            bastide: directory/1
            version: "2026.1"
            solutions:
              - {id: coffre, name: Coffre, vendor: Serrure, measures: [backups.pray]}
            """);
    Ran ran = run("check", odd.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("backups.pray");
  }

  @Test
  void aPanelIsDrawnAndDrawnAgainFromItsRecordAlone() throws IOException {
    Path draw = folder.resolve("draw.json");
    Ran ran = panel("--seed", "42", "--explain", "-o", draw.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("The order means nothing", "Excluded", "Prestataire fictif");
    Ran again = run("panel", "--replay", draw.toString());
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).contains("the same to the byte");
    assertThat(run("panel", "--replay", draw.toString(), "--json").out())
        .isEqualTo(Files.readString(draw));

    Path altered =
        file(
            "altered.json", Files.readString(draw).replace("\"seed\": \"42\"", "\"seed\": \"43\""));
    Ran refused = run("panel", "--replay", altered.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("has been altered");
  }

  @Test
  void historyTurnsAndItsOrderHasNoEffect() {
    Path first = folder.resolve("1.json");
    Path second = folder.resolve("2.json");
    panel("--seed", "1", "-o", first.toString());
    panel("--seed", "2", "--history", first.toString(), "-o", second.toString());
    String once =
        panel("--seed", "3", "--json", "--history", first.toString(), second.toString()).out();
    String other =
        panel("--seed", "3", "--json", "--history", second.toString(), first.toString()).out();
    assertThat(once).isEqualTo(other).contains("\"draws\": 2");
    JsonNode drawn = JsonMapper.shared().readTree(once);
    assertThat(drawn.get("history").get("credits").size()).isGreaterThan(3);
  }

  @Test
  void everyReasonComesInBothLanguages() {
    JsonNode json = JsonMapper.shared().readTree(panel("--seed", "1", "--explain", "--json").out());
    assertThat(json.get("explanation").size()).isEqualTo(200);
    for (JsonNode candidate : json.get("explanation")) {
      assertThat(candidate.get("reasons").size()).isPositive();
      for (JsonNode reason : candidate.get("reasons")) {
        assertThat(reason.get("fr").asString()).isNotBlank();
        assertThat(reason.get("en").asString()).isNotBlank();
      }
    }
  }

  @Test
  void inEarnestNobodyFictionalIsDrawnAndWhatIsInTheWayIsSaid() throws IOException {
    need = file("earnest.yaml", NEED.replace("exercise: true\n", ""));
    Ran ran = panel("--seed", "1");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("Places left empty: 3", "the only obstacle");
  }

  @Test
  void aBodysPolicyIsStricterOrRefused() throws IOException {
    Path strict =
        file(
            "strict.yaml",
            """
            bastide: body-policy/1
            version: "1"
            body: mirepoix
            extends: "2026.1"
            accept: european
            """);
    Ran ran = panel("--seed", "1", "--body-policy", strict.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("2026.1+mirepoix/1");
    Path looser =
        file(
            "looser.yaml",
            Files.readString(strict).replace("accept: european", "unknown: {vendor: ask}"));
    Ran refused = panel("--seed", "1", "--body-policy", looser.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("never looser");
  }

  @Test
  void aTableGoesOutAndComesBack() throws IOException {
    Path csv = folder.resolve("providers.csv");
    assertThat(run("export", providers.toString(), "--csv", "-o", csv.toString()).code()).isZero();
    Ran same = run("import", csv.toString(), "--into", providers.toString());
    assertThat(same.code()).as(same.err()).isZero();
    assertThat(same.out()).contains("unchanged", "Nothing is written").doesNotContain(": changed");
    Path one = file("one.csv", "id;hours\nseclab;business-hours\nrempart;\n");
    Ran wrong = run("import", one.toString(), "--into", providers.toString());
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("one.csv:3: error: providers.rempart");
    Files.writeString(one, "id;hours\nseclab;business-hours\n");
    Path merged = folder.resolve("merged.json");
    Ran changed =
        run("import", one.toString(), "--into", providers.toString(), "-o", merged.toString());
    assertThat(changed.out()).contains("one.csv:2: seclab: changed: hours");
    assertThat(run("check", merged.toString()).code()).isZero();
  }

  @Test
  void helpSaysWhatEachFileIs() {
    assertThat(run("check", "--help").out()).contains("Directory, as YAML or JSON");
    assertThat(run("panel", "--help").out()).contains("Need, as YAML or JSON");
    assertThat(run("import", "--help").out()).contains("Table of providers");
    assertThat(run("export", "--help").out()).contains("Directory, as YAML or JSON");
  }

  @Test
  void wrongUsageIsToldAndNothingIsOverwritten() throws IOException {
    assertThat(panel().code()).isEqualTo(2);
    assertThat(run("panel", "--seed", "1").code()).isEqualTo(2);
    assertThat(panel("--seed", "many").code()).isEqualTo(2);
    assertThat(panel("--seed", "1", "--replay", "x.json").code()).isEqualTo(2);
    assertThat(run("check", folder.toString()).code()).isEqualTo(2);
    assertThat(run("check").code()).isEqualTo(2);
    assertThat(run("check", folder.resolve("none").toString()).code()).isEqualTo(3);
    assertThat(run("sample", "--count", "3").code()).isEqualTo(2);
    assertThat(run("sample", "-o", providers.toString()).code()).isEqualTo(2);
    assertThat(run("import", "x.csv").code()).isEqualTo(2);
    assertThat(run("fund").code()).isEqualTo(2);
    Path noText = Files.write(folder.resolve("bytes"), "\u00e9".getBytes(StandardCharsets.UTF_16));
    assertThat(run("check", noText.toString()).code()).isEqualTo(1);
  }
}
