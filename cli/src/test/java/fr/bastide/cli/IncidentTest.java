package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IncidentTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String AT = "2026-11-24T08:30+01:00";

  @TempDir Path folder = Path.of("");

  private String file = "";

  @BeforeEach
  void fillATemplateIn() throws IOException {
    file = folder.resolve("facts.yaml").toString();
    assertThat(Ran.of("incident", "template", "-o", file).code()).isZero();
    String filled =
        Files.readString(Path.of(file))
            .replace("name: \"\"", "name: \"Mirepoix\"")
            .replace("  form: unknown", "  form: commune")
            .replace("  certain: unknown", "  certain: 2026-11-23 08:30")
            .replace("  malicious: unknown", "  malicious: yes")
            .replace("  ransomware: unknown", "  ransomware: yes")
            .replace("  personal: unknown", "  personal: yes")
            .replace("  controller: unknown", "  controller: yes")
            .replace("  unavailable: unknown", "  unavailable: yes");
    Files.writeString(Path.of(file), filled);
  }

  private Ran obligations(String... more) {
    String[] words = new String[more.length + 3];
    words[0] = "incident";
    words[1] = "obligations";
    words[2] = file;
    System.arraycopy(more, 0, words, 3, more.length);
    return Ran.of(words);
  }

  @Test
  void saysWhatIsDueInFrenchAndInEnglish() {
    Ran french = obligations("--at", AT);
    assertThat(french.code()).as(french.err()).isZero();
    assertThat(french.out().replace('\u00a0', ' '))
        .contains(
            "Mirepoix",
            "À FAIRE",
            "Au plus tard : jeudi 26 novembre 2026 à 8 h 30",
            "RGPD, article 33",
            "À ÉTABLIR",
            "Un contrat d’assurance couvre-t-il",
            "NE S’APPLIQUE PAS",
            "RENDEZ-VOUS",
            "mardi 23 février 2027");
    assertThat(obligations("--at", AT, "--lang", "en").out())
        .contains("TO DO", "At the latest: Thursday 26 November 2026 at 08:30", "DOES NOT APPLY");
  }

  @Test
  void saysItForMachines() {
    JsonNode json = JSON.readTree(obligations("--json", "--at", AT).out());
    assertThat(json.at("/body").asString()).isEqualTo("Mirepoix");
    assertThat(json.at("/at").asString()).isEqualTo("2026-11-24T08:30:00+01:00");
    assertThat(json.at("/obligations").size()).isGreaterThan(20);
  }

  @Test
  void theOperatorSetsTheFirstDayOfALawToCome() throws IOException {
    Path path = Path.of(file);
    Files.writeString(
        path,
        Files.readString(path)
            .replace("  nis2-entity: unknown", "  nis2-entity: essential")
            .replace("  significant: unknown", "  significant: yes"));
    assertThat(obligations("--at", AT, "--lang", "en").out())
        .contains("not in force yet")
        .doesNotContain("Tuesday 24 November 2026 at 08:30\n      Why: Entity");
    Ran on = obligations("--at", AT, "--in-force", "nis2-fr=2026-11-01", "--lang", "en");
    assertThat(on.out()).doesNotContain("not in force yet").contains("NIS2 early warning to ANSSI");
  }

  @Test
  void saysWhereAFileIsWrong() throws IOException {
    String wrong = Files.readString(Path.of(file)).replace("form: commune", "form: comune");
    Files.writeString(Path.of(file), wrong);
    long line = wrong.lines().takeWhile(l -> !l.contains("form: comune")).count() + 1;

    Ran ran = obligations("--at", AT);

    assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(file + ":" + line + ": erreur: body.form", "commune");
  }

  @Test
  void wrongUseIsTold() {
    assertThat(obligations("--at", "soon").code()).isEqualTo(ExitCode.USAGE);
    assertThat(obligations("--in-force", "nis3=2027-01-01").code()).isEqualTo(ExitCode.USAGE);
    assertThat(obligations("--in-force", "nis2-fr=soon").code()).isEqualTo(ExitCode.USAGE);
    assertThat(obligations("--nonsense").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Ran.of("incident", "obligations").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Ran.of("incident", "obligations", folder.toString()).code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(Ran.of("incident").out()).contains("obligations", "template");
  }

  @Test
  void aMissingFileAndAnExistingOneAreFailures() {
    Ran missing = Ran.of("incident", "obligations", folder.resolve("nowhere.yaml").toString());
    assertThat(missing.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(missing.err()).contains("Fichier introuvable").doesNotContain("Exception");
    assertThat(Ran.of("incident", "template", "-o", file).code()).isEqualTo(ExitCode.USAGE);
  }
}
