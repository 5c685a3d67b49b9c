package fr.bastide.incident.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.incident.CaseFiles;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.obligation.Switches;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultsTest {

  @Test
  void machinesGetEveryVerdictWithItsTrace() {
    Qualification qualification =
        Qualification.of(
            CaseFiles.facts(CaseFiles.text("frontignan-2022")),
            Instant.parse("2022-10-28T08:00:00Z"),
            Switches.NONE);
    JsonNode json =
        new JsonMapper().readTree(Results.json(qualification, ObligationBook.builtin()));
    assertThat(json.at("/bastide").asString()).isEqualTo("incident-qualification/1");
    assertThat(json.at("/at").asString()).isEqualTo("2022-10-28T10:00:00+02:00");
    assertThat(json.at("/obligations").size()).isEqualTo(ObligationBook.builtin().duties().size());
    JsonNode cnil =
        json.at("/obligations")
            .valueStream()
            .filter(one -> one.at("/id").asString().equals("cnil-initial"))
            .findFirst()
            .orElseThrow();
    assertThat(cnil.at("/verdict").asString()).isEqualTo("applies");
    assertThat(cnil.at("/due/at").asString()).isEqualTo("2022-10-30T06:00:00+01:00");
    assertThat(cnil.at("/due/byRegulation1182").asString()).isEqualTo("2022-10-30T07:00:00+01:00");
    assertThat(cnil.at("/trace/0/question").asString()).isEqualTo("data.controller");
    assertThat(cnil.at("/trace/1/name").asString()).isEqualTo("personal-data-breach");
    assertThat(cnil.at("/questions/0/id").asString()).isEqualTo("data.risk");
    assertThat(json.at("/severity/known").asString()).isEqualTo("high");
    assertThat(json.at("/classification/0/type").asString())
        .isEqualTo("malicious-code/infected-system");
    assertThat(json.at("/followUps/1/due").asString()).isEqualTo("2023-04-27");
  }
}
