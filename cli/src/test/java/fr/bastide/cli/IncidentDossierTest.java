package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.incident.dossier.DossierKind;
import fr.bastide.incident.dossier.Dossiers;
import fr.bastide.incident.message.MessageKind;
import fr.bastide.incident.message.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IncidentDossierTest {

  @TempDir private Path folder;
  private String facts = "";

  @BeforeEach
  void facts() throws IOException {
    facts =
        Files.writeString(
                folder.resolve("facts.yaml"),
                """
                format: incident-facts/1
                name: "Saint-Exemple"
                body: {form: commune, cyber-insurance: yes}
                clocks: {certain: 2026-11-24 02:00, breach-aware: 2026-11-24 02:00}
                incident: {malicious: yes, ransomware: yes}
                data: {personal: yes, controller: yes, unavailable: yes}
                """)
            .toString();
  }

  @Test
  void listsTheDocumentsAndTheMessages() {
    String documents = Ran.of("incident", "dossier", "--lang", "en").out();
    for (DossierKind kind : Dossiers.kinds()) {
      assertThat(documents).contains("  " + kind.id() + " – " + kind.name().en());
    }
    String messages = Ran.of("incident", "message").out();
    for (MessageKind kind : Messages.kinds()) {
      assertThat(messages).contains("  " + kind.id() + " – " + kind.name().fr());
    }
  }

  @Test
  void writesEachFormatOnce() throws IOException {
    for (String ending : new String[] {"pdf", "docx", "txt", "json"}) {
      Path file = folder.resolve("plainte." + ending);
      Ran ran = Ran.of("incident", "dossier", "complaint", facts, "-o", file.toString());
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(Files.size(file)).isGreaterThan(1000);
      Ran again = Ran.of("incident", "dossier", "complaint", facts, "-o", file.toString());
      assertThat(again.code()).isEqualTo(ExitCode.USAGE);
      assertThat(again.err()).contains("existe déjà");
    }
    byte[] pdf = Files.readAllBytes(folder.resolve("plainte.pdf"));
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    JsonNode json = new JsonMapper().readTree(Files.readString(folder.resolve("plainte.json")));
    assertThat(json.at("/kind").asString()).isEqualTo("complaint");
    assertThat(json.at("/blanks")).isNotEmpty();
  }

  @Test
  void printsOnTheScreenWithTheDeadline() {
    Ran ran = Ran.of("incident", "dossier", "complaint", facts);
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Plainte contre X", "vendredi 27 novembre 2026 à 2\u00a0h");
    Ran act = Ran.of("incident", "dossier", "complaint", facts, "--without-guide", "--lang", "en");
    assertThat(act.out()).contains("Plainte contre X").doesNotContain("Qui signe");
    assertThat(act.err()).contains("in French");
  }

  @Test
  void takesTheCaseAndTheNearestUnits() throws IOException {
    Path sheet =
        Files.writeString(
            folder.resolve("case.yaml"),
            """
            format: incident-case/1
            reference: CAS-7
            victim: {commune: "31555", latitude: 43.6, longitude: 1.44}
            contacts: [{role: signatory, name: "Claude Exemple", function: maire}]
            """);
    Path units =
        Files.writeString(
            folder.resolve("units.csv"),
            """
            service;telephone;code_commune_insee;geocodage_x_GPS;geocodage_y_GPS
            Brigade lointaine;0511;31002;2.4;44.9
            Brigade proche;0522;31003;1.45;43.61
            """);
    Ran ran =
        Ran.of(
            "incident",
            "dossier",
            "complaint",
            facts,
            "--case",
            sheet.toString(),
            "--gendarmerie",
            units.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("CAS-7", "Claude Exemple, maire", "Brigade proche");
    assertThat(ran.out().indexOf("Brigade proche"))
        .isLessThan(ran.out().indexOf("Brigade lointaine"));
    Files.writeString(units, "a;b\n");
    Ran wrong = Ran.of("incident", "dossier", "complaint", facts, "--police", units.toString());
    assertThat(wrong.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(wrong.err()).contains("service");
  }

  @Test
  void theStrategyNamesTheMeasures() {
    Ran ran = Ran.of("incident", "dossier", "recovery-strategy", facts);
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Diviser le réseau en zones").doesNotContain("network.separate");
  }

  @Test
  void writesMessages() {
    Ran ran = Ran.of("incident", "message", "agents", facts);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("N’allumez pas votre ordinateur", "[à compléter");
    Ran other = Ran.of("incident", "message", "agents", facts, "--incident", "phishing");
    assertThat(other.out()).contains("Ne cliquez pas");
  }

  @Test
  void whatDoesNotExistIsSaid() {
    Ran kind = Ran.of("incident", "dossier", "castle", facts, "--lang", "en");
    assertThat(kind.code()).isEqualTo(ExitCode.USAGE);
    assertThat(kind.err()).contains("There is no document \"castle\"", "closing-letter");
    Ran ending =
        Ran.of("incident", "dossier", "complaint", facts, "-o", folder.resolve("x.odt").toString());
    assertThat(ending.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ending.err()).contains(".docx");
    assertThat(Ran.of("incident", "message", "king", facts).err()).contains("residents");
    assertThat(Ran.of("incident", "message", "press", facts, "--incident", "war").err())
        .contains("nature d’incident");
    assertThat(Ran.of("incident", "dossier", "complaint", "no-such-file.yaml").code()).isNotZero();
  }
}
