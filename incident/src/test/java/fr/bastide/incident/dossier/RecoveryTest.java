package fr.bastide.incident.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.incident.CaseFiles;
import fr.bastide.incident.Facts;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.internal.Knowledge;
import fr.bastide.incident.obligation.Switches;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The return asks, and answers with a strategy.
class RecoveryTest {

  private static Facts facts(String name) {
    return CaseFiles.facts(CaseFiles.text(name));
  }

  private static List<String> causes(String name, Map<String, String> answers) {
    return Causes.builtin().of(facts(name), answers).stream()
        .map(found -> found.cause().id() + " " + found.certainty())
        .toList();
  }

  @Test
  void factsMakeCausesLikelyAndAnswersSettleThem() {
    assertThat(causes("franquevielle-2021", Map.of()))
        .containsExactly("second-factor LIKELY", "payments LIKELY", "forgery LIKELY");
    assertThat(
            causes(
                "franquevielle-2021", Map.of("second-factor-missing", "Oui", "unprepared", "yes")))
        .contains("second-factor ESTABLISHED", "preparation ESTABLISHED");
    assertThat(causes("franquevielle-2021", Map.of("second-factor-missing", "non")))
        .doesNotContain("second-factor LIKELY");
    assertThat(causes("frontignan-2022", Map.of("way-in", "inconnu")))
        .contains("network LIKELY", "backups LIKELY", "recovery LIKELY", "blindness LIKELY");
  }

  @Test
  void everyCaseHasACauseOrIsAskedForOne() {
    for (String name : CaseFiles.NAMES) {
      assertThat(causes(name, Map.of())).as(name).isNotEmpty();
    }
    assertThat(Interview.builtin().of("three-months")).hasSizeBetween(10, 25);
    assertThat(Interview.builtin().of("six-months")).hasSizeBetween(10, 25);
  }

  @Test
  void theInterviewShowsWhatWasAnswered() {
    Recovery recovery =
        new Recovery(
            Map.of(), Map.of("services-back", "Tout sauf la paie.", "network-flat", "oui"), "", "");
    Dossier dossier = make("interview-three-months", recovery, Language.EN);
    String questions = dossier.block("questions").orElseThrow().plain(Language.EN);
    assertThat(questions)
        .contains("Tout sauf la paie.", "without an obstacle? | yes", "[to fill in: yes or no]")
        .doesNotContain("Was a new assessment done?");
    assertThat(dossier.block("causes").orElseThrow().plain(Language.EN))
        .contains("A network without partitions", "established");
  }

  @Test
  void theStrategyFollowsThePlanAndTellsWhatItLacks() {
    Map<String, Recovery.Measure> measures = new LinkedHashMap<>();
    measures.put("network.separate-zones", measure("Cloisonner", 2, Recovery.State.TO_DO));
    measures.put("backups.keep-offline-copy", measure("Copie débranchée", 1, Recovery.State.DOING));
    measures.put(
        "network.filter-between-zones",
        new Recovery.Measure(
            new Text("Filtrer", "Filter"),
            new Text("a", "a"),
            Optional.empty(),
            Recovery.State.TO_DO,
            Optional.empty(),
            Optional.empty()));
    Recovery recovery = new Recovery(measures, Map.of(), "D (38)", "C (55)");
    assertThat(recovery.planned())
        .containsExactly("backups.keep-offline-copy", "network.separate-zones");
    Dossier dossier = make("recovery-strategy", recovery, Language.FR);
    Block.Table plan = (Block.Table) dossier.block("plan").orElseThrow();
    assertThat(plan.rows()).hasSize(2);
    assertThat(plan.rows().getFirst().get(1).plain(Language.FR)).isEqualTo("Copie débranchée");
    assertThat(plan.plain(Language.FR))
        .contains("en cours", "jeudi 31 décembre 2026", "1\u202f200\u00a0€");
    assertThat(dossier.block("unplanned").orElseThrow().plain(Language.FR))
        .contains("Filtrer", "backups.test-restore-files")
        .doesNotContain("Cloisonner", "Copie débranchée");
    assertThat(dossier.block("score").orElseThrow().plain(Language.FR))
        .contains("D (38)", "C (55)");
  }

  @Test
  void theClosingLetterComesBackWhenACourtIsSeised() {
    Dossier letter =
        Dossiers.make(
            Dossiers.kind("closing-letter").orElseThrow(),
            file("franquevielle-2021").withRecovery(Recovery.NONE),
            Language.FR);
    assertThat(letter.block("proceedings").orElseThrow().plain(Language.FR))
        .contains("jeudi 1er décembre 2022");
  }

  @Test
  void theFileFollowsItsSchema() throws IOException {
    String yaml = resource("recovery.yaml");
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("recovery.schema.json"), InputFormat.JSON);
    assertThat(schema.validate(yaml, InputFormat.YAML)).isEmpty();
    assertThat(schema.validate(yaml.replace("kind: flag", "kind: flags"), InputFormat.YAML))
        .isNotEmpty();
  }

  private static String resource(String name) throws IOException {
    return new String(Knowledge.resource(name).orElseThrow(), StandardCharsets.UTF_8);
  }

  private static Recovery.Measure measure(String name, int rank, Recovery.State state) {
    return new Recovery.Measure(
        new Text(name, name),
        new Text("Commencer.", "Begin."),
        Optional.of(rank),
        state,
        Optional.of(LocalDate.of(2026, 12, 31)),
        Optional.of(Money.euros(1200)));
  }

  private static CaseFile file(String name) {
    return CaseFile.of(
        Qualification.of(facts(name), Instant.parse("2026-11-25T07:00:00Z"), Switches.NONE));
  }

  private static Dossier make(String kind, Recovery recovery, Language language) {
    return Dossiers.make(
        Dossiers.kind(kind).orElseThrow(),
        file("frontignan-2022").withRecovery(recovery),
        language);
  }
}
