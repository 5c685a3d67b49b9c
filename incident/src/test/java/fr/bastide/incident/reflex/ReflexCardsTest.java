package fr.bastide.incident.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The cards keep the promise that a mayor can follow them at night.
class ReflexCardsTest {

  private static final int MOST_WORDS = 20;

  private final ReflexCards cards = ReflexCards.builtin();

  private static String resource(String name) throws IOException {
    try (InputStream in =
        ReflexCardsTest.class.getResourceAsStream("/fr/bastide/incident/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(resource("reflex.schema.json"), InputFormat.JSON);
  }

  @Test
  void thereIsACardForEachKind() {
    assertThat(cards.cards())
        .extracting(ReflexCard::id)
        .containsExactly(
            "ransomware",
            "account-compromise",
            "payment-fraud",
            "defacement",
            "denial-of-service",
            "data-leak",
            "phishing",
            "malware",
            "supplier",
            "connected-object",
            "unknown");
    assertThat(LocalDate.parse(cards.version())).isAfter("2026-01-01");
  }

  @Test
  void everyFileFollowsTheSchema() throws IOException {
    Schema schema = schema();
    assertThat(schema.validate(resource("reflex/set.yaml"), InputFormat.YAML)).isEmpty();
    for (ReflexCard card : cards.cards()) {
      String yaml = resource("reflex/" + card.id() + ".yaml");
      assertThat(schema.validate(yaml, InputFormat.YAML)).as(card.id()).isEmpty();
      for (String wrong :
          List.of(
              yaml.replace("phase: warn", "phase: hope"),
              yaml.replace("        minutes: ", "        hours: "),
              yaml.replace("who: it", "who: nobody").replace("who: anyone", "who: nobody"))) {
        assertThat(schema.validate(wrong, InputFormat.YAML)).as(card.id()).isNotEmpty();
      }
    }
  }

  @Test
  void everyCardHasSignsStepsOfEachPhaseCallsLawAndSources() {
    Set<String> duties = ObligationBook.builtin().duties().keySet();
    for (ReflexCard card : cards.cards()) {
      assertThat(card.clues()).as(card.id()).hasSizeBetween(2, 4);
      assertThat(card.groups())
          .as(card.id())
          .extracting(ReflexCard.Group::phase)
          .containsExactlyInAnyOrder(Phase.values());
      assertThat(card.steps()).as(card.id()).hasSizeBetween(6, 8);
      assertThat(card.steps()).extracting(Step::id).doesNotHaveDuplicates();
      assertThat(card.calls()).extracting(Contact::id).contains("it", "17cyber");
      assertThat(card.law()).as(card.id()).isNotEmpty().isSubsetOf(duties).contains("complaint");
      assertThat(card.sources()).as(card.id()).isNotEmpty();
    }
  }

  @Test
  void somebodyWithoutATitleCanDoAThingAtOnce() {
    for (ReflexCard card : cards.cards()) {
      assertThat(card.steps())
          .as(card.id())
          .anyMatch(step -> step.who() == Doer.ANYONE && step.minutes() <= 10);
    }
  }

  @Test
  void theNumbersAreThere() {
    assertThat(numbers("ransomware")).contains("3218", "+33 9 70 83 32 18", "17");
    assertThat(numbers("data-leak")).contains("+33 9 72 43 91 25");
    assertThat(cards.card("payment-fraud").orElseThrow().calls().getFirst().id()).isEqualTo("bank");
  }

  private List<String> numbers(String kind) {
    return cards.card(kind).orElseThrow().calls().stream()
        .flatMap(contact -> contact.numbers().stream())
        .toList();
  }

  @Test
  void sentencesAreShort() {
    List<String> longOnes = new ArrayList<>();
    for (Text text : texts()) {
      for (Language language : Language.values()) {
        for (String sentence : text.in(language).split("[.?!]")) {
          if (Arrays.stream(sentence.split(" ")).filter(w -> !w.isBlank()).count() >= MOST_WORDS) {
            longOnes.add(sentence);
          }
        }
      }
    }
    assertThat(longOnes).isEmpty();
  }

  @Test
  void whatNotToDoIsAProhibition() {
    for (ReflexCard card : cards.cards()) {
      for (Step step : card.steps()) {
        assertThat(step.avoid().fr())
            .as(card.id() + "/" + step.id())
            .satisfiesAnyOf(
                t -> assertThat(t).startsWith("Ne "), t -> assertThat(t).startsWith("N’"));
        assertThat(step.act().fr()).as(card.id() + "/" + step.id()).endsWith(".");
      }
    }
  }

  private List<Text> texts() {
    List<Text> texts = new ArrayList<>();
    cards.signs().forEach(sign -> texts.add(sign.text()));
    for (ReflexCard card : cards.cards()) {
      texts.add(card.name());
      texts.add(card.plain());
      card.steps().forEach(step -> texts.addAll(List.of(step.act(), step.why(), step.avoid())));
      card.calls().forEach(contact -> texts.add(contact.help()));
    }
    return texts;
  }

  @Test
  void everySignServes() {
    Set<String> signs = new HashSet<>();
    cards.cards().forEach(card -> card.clues().forEach(clue -> signs.add(clue.sign().id())));
    assertThat(cards.signs()).extracting(Sign::id).containsExactlyInAnyOrderElementsOf(signs);
  }

  @Test
  void aStrongSignLeadsToItsCard() {
    for (ReflexCard card : cards.cards()) {
      for (Clue clue : card.clues()) {
        if (clue.weight() == Clue.Weight.STRONG) {
          Suggestion first = cards.suggest(Set.of(clue.sign().id())).getFirst();
          assertThat(first.card()).as(clue.sign().id()).isEqualTo(card);
          assertThat(first.because()).containsExactly(clue.sign());
        }
      }
    }
  }

  @Test
  void signsAddUp() {
    List<Suggestion> suggestions =
        cards.suggest(Set.of("network-slow", "site-unreachable", "unknown-program"));
    assertThat(suggestions.getFirst().card().id()).isEqualTo("denial-of-service");
    assertThat(suggestions.getFirst().points()).isEqualTo(5);
    assertThat(suggestions).extracting(s -> s.card().id()).contains("malware");
  }

  @Test
  void nothingSeenLeadsToTheCardOfWhoDoesNotKnow() {
    assertThat(cards.suggest(Set.of())).singleElement().matches(s -> s.because().isEmpty());
    assertThat(cards.suggest(Set.of("no such sign")).getFirst().card()).isEqualTo(cards.fallback());
  }
}
