package fr.bastide.incident.internal.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.document.Findings;
import fr.bastide.incident.CaseFiles;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.dossier.DossierKind;
import fr.bastide.incident.dossier.Marking;
import fr.bastide.incident.internal.Knowledge;
import fr.bastide.incident.obligation.Switches;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The texts of the documents keep their promises.
class DossierKnowledgeTest {

  private final DossierBook book = DossierBook.builtin();

  private static String resource(String name) throws IOException {
    return new String(Knowledge.resource(name).orElseThrow(), StandardCharsets.UTF_8);
  }

  @Test
  void everyFileFollowsTheSchema() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("dossier.schema.json"), InputFormat.JSON);
    assertThat(schema.validate(resource("dossier/set.yaml"), InputFormat.YAML)).isEmpty();
    for (DossierKind kind : book.kinds()) {
      String yaml = resource("dossier/" + kind.id() + ".yaml");
      assertThat(schema.validate(yaml, InputFormat.YAML)).as(kind.id()).isEmpty();
      for (String wrong :
          List.of(
              yaml.replace("role: act", "role: actor"),
              yaml.replace("languages: [fr", "languages: [de"),
              yaml.replace("carries: ", "brings: "))) {
        assertThat(schema.validate(wrong, InputFormat.YAML)).as(kind.id()).isNotEmpty();
      }
    }
  }

  @Test
  void everySlotIsFilled() {
    CaseFile file =
        CaseFile.of(
            Qualification.of(
                CaseFiles.facts(CaseFiles.text("angers-2021")),
                Instant.parse("2026-11-25T07:00:00Z"),
                Switches.NONE));
    for (Language language : Language.values()) {
      Slots slots =
          new Slots(
              book,
              file,
              book.kinds().getFirst().most(),
              language,
              new Known(file.facts(), book, language, Marking.AMBER));
      for (String name : book.slots().keySet()) {
        assertThat(slots.value(name)).as(name).isNotNull();
      }
    }
  }

  @Test
  void faultsAreSaidWithTheirPlace() throws IOException {
    String good = resource("dossier/complaint.yaml");
    for (String wrong :
        List.of(
            good.replace("{body}", "{bdy}"),
            good.replace("fact: incident.ransomware", "fact: incident.ransom"),
            good.replace("{?lieu}", "{?[}"),
            good.replace("- id: object", "- id: victim"),
            good.replace("role: act", "role: annex"),
            good.replace("complaint-insurance", "complaint-assurance"),
            good.replace("kind: complaint", "kind: complain"))) {
      assertThat(wrong).isNotEqualTo(good);
      Findings findings = new Findings("");
      Knowledge.Source source =
          name ->
              name.equals("dossier/complaint.yaml")
                  ? Optional.of(wrong.getBytes(StandardCharsets.UTF_8))
                  : Knowledge.resource(name);
      new DossierReader(source, findings).read();
      assertThat(findings.sorted())
          .isNotEmpty()
          .allMatch(finding -> finding.file().equals("dossier/complaint.yaml"));
    }
  }
}
