package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.incident.reflex.ReflexCard;
import fr.bastide.incident.reflex.ReflexCards;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IncidentReflexTest {

  @Test
  void listsTheCards() {
    String french = Ran.of("incident", "reflex").out();
    String english = Ran.of("incident", "reflex", "--lang", "en").out();
    for (ReflexCard card : ReflexCards.builtin().cards()) {
      assertThat(french).contains("  " + card.id() + " – " + card.name().fr());
      assertThat(english).contains("  " + card.id() + " – " + card.name().en());
    }
  }

  @Test
  void printsACardWithNumbersStepsAndLaw() {
    for (ReflexCard card : ReflexCards.builtin().cards()) {
      Ran ran = Ran.of("incident", "reflex", card.id());
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(ran.out()).contains("QUI APPELER", "CE QUE LA LOI PEUT DEMANDER", "[complaint]");
      card.steps().forEach(step -> assertThat(ran.out()).contains(step.act().fr()));
    }
    assertThat(Ran.of("incident", "reflex", "ransomware", "--lang", "en").out())
        .contains("RANSOMWARE", "3218, +33 9 70 83 32 18", "1. Unplug the network");
  }

  @Test
  void writesJson() {
    JsonNode all = new JsonMapper().readTree(Ran.of("incident", "reflex", "--json").out());
    assertThat(all.at("/bastide").asString()).isEqualTo("incident-reflex/1");
    assertThat(all.at("/cards")).hasSize(ReflexCards.builtin().cards().size());
    String one = Ran.of("incident", "reflex", "phishing", "--json").out();
    JsonNode card = new JsonMapper().readTree(one).at("/cards/0");
    assertThat(card.at("/kind").asString()).isEqualTo("phishing");
    assertThat(card.at("/steps/0/act/fr").asString()).contains("mot de passe");
  }

  @Test
  void anUnknownKindIsSaidWithThoseThatExist() {
    Ran ran = Ran.of("incident", "reflex", "castle", "--lang", "en");
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("There is no card \"castle\"", "payment-fraud");
  }
}
