package fr.bastide.incident.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.incident.CaseFiles;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.dossier.Contact;
import fr.bastide.incident.dossier.Marking;
import fr.bastide.incident.internal.Knowledge;
import fr.bastide.incident.obligation.Switches;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseSheetsTest {

  static final String FULL =
      """
      format: incident-case/1
      reference: CAS-2026-0042
      victim:
        siren: "213 105 554"
        commune: "31555"
        latitude: 43.6045
        longitude: 1.4440
        address: "1 place du Capitole"
        phone: "05 00 00 00 00"
        mail: mairie@saint-exemple.example
      contacts:
        - {role: signatory, name: "Claude Exemple", function: maire}
        - {role: dpo, name: "Camille Essai", mail: dpo@saint-exemple.example}
      timeline:
        - {at: 2026-11-24 02:00, what: "Les postes affichent une note.", source: agent, tlp: clear}
      damage:
        - {what: "Prestataire", euros: 1234.50, proof: devis}
      evidence:
        - {number: P-1, name: note.txt, sha256: HASH, bytes: 1204, collected: 2026-11-24 09:00, collector: agent, keeper: centre}
      observables:
        - {type: "adresse IP", value: 192.0.2.7, tlp: amber-strict}
      breach: {people: agents, persons: 120, kinds: "noms, adresses"}
      interview: {services-back: "tout sauf la paie"}
      score: {before: "D (38)", now: "C (55)"}
      """
          .replace("HASH", "Ab".repeat(32));

  static Qualification qualification() {
    return Qualification.of(
        CaseFiles.facts(CaseFiles.text("angers-2021")),
        Instant.parse("2026-11-25T07:00:00Z"),
        Switches.NONE);
  }

  private static CaseSheets.Outcome read(String yaml) {
    return CaseSheets.read(yaml.getBytes(StandardCharsets.UTF_8), qualification());
  }

  @Test
  void readsAllThatACaseKnows() throws IOException {
    CaseSheets.Outcome outcome = read(FULL);
    assertThat(outcome.findings()).isEmpty();
    CaseFile file = ((CaseSheets.Outcome.Usable) outcome).file();
    assertThat(file.reference()).isEqualTo("CAS-2026-0042");
    assertThat(file.victim().siren()).get().hasToString("213105554");
    assertThat(file.contact(Contact.Role.DPO))
        .get()
        .extracting(Contact::name)
        .isEqualTo("Camille Essai");
    assertThat(file.records().damage().getFirst().amount())
        .get()
        .extracting("cents")
        .isEqualTo(123_450L);
    assertThat(file.records().evidence().getFirst().sha256()).isEqualTo("ab".repeat(32));
    assertThat(file.records().evidence().getFirst().marking()).isEqualTo(Marking.AMBER);
    assertThat(file.records().observables().getFirst().marking()).isEqualTo(Marking.AMBER_STRICT);
    assertThat(file.breach().persons()).contains(120L);
    assertThat(file.recovery().now()).isEqualTo("C (55)");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                new String(
                    Knowledge.resource("case.schema.json").orElseThrow(), StandardCharsets.UTF_8),
                InputFormat.JSON);
    assertThat(schema.validate(FULL, InputFormat.YAML)).isEmpty();
    assertThat(schema.validate(FULL.replace("tlp: clear", "tlp: white"), InputFormat.YAML))
        .isNotEmpty();
  }

  @Test
  void faultsAreSaid() {
    for (List<String> fault :
        List.of(
            List.of("213 105 554", "213 105 555", "clé"),
            List.of("commune: \"31555\"", "commune: \"3155\"", "INSEE"),
            List.of("Ab", "Xx", "hexadécimaux"),
            List.of("2026-11-24 02:00", "hier", "un jour et une heure"),
            List.of("incident-case/1", "incident-case/2", "incident-case/1"),
            List.of("latitude: 43.6045", "latitude: 143", "de -90 à 90"),
            List.of("role: dpo", "role: king", "n’existe pas"),
            List.of("reference:", "refrence:", "vouliez-vous dire"))) {
      String wrong = FULL.replace(fault.get(0), fault.get(1));
      CaseSheets.Outcome outcome = read(wrong);
      assertThat(outcome).as(fault.get(1)).isInstanceOf(CaseSheets.Outcome.Refused.class);
      assertThat(outcome.findings())
          .as(fault.get(1))
          .anyMatch(finding -> finding.text().fr().contains(fault.get(2)));
    }
    String many = "format: incident-case/1\ndamage:\n" + "  - {what: x}\n".repeat(2001);
    assertThat(read(many)).isInstanceOf(CaseSheets.Outcome.Refused.class);
  }
}
