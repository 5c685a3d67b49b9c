package fr.bastide.loop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Measure;
import fr.bastide.kernel.Language;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.contract.Samples;
import fr.bastide.loop.letter.Letter;
import fr.bastide.loop.memory.House;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemindersTest {

  private final House house = new House();
  private final Body body = house.body("Foix");
  private final Account referent =
      house.account("Zoé", new Membership.OfBody(body.id(), BodyRole.REFERENT));
  private final Measure measure =
      house.referential().measures().values().stream().findFirst().orElseThrow();

  private StoredPlan due(Body whose, LocalDate... due) {
    Assessment assessment = Samples.assessment(whose.id(), referent.id(), house.clock().instant());
    List<Measure> measures =
        house.referential().measures().values().stream().limit(due.length).toList();
    List<PlanItem> items = new ArrayList<>();
    for (int i = 0; i < due.length; i++) {
      items.add(
          new PlanItem(
              measures.get(i).id(),
              PlanItem.State.TO_DO,
              due[i],
              Optional.empty(),
              "",
              "",
              house.clock().instant(),
              1,
              Optional.empty()));
    }
    StoredPlan plan =
        Samples.storedPlan(
            whose.id(),
            assessment.id(),
            referent.id(),
            house.clock().instant(),
            Samples.plan(measures.stream().map(Measure::id).toList()),
            items);
    // A body answers one assessment at a time; only the plan matters here.
    if (house.ports().assessments().ofBody(whose.id()).isEmpty()) {
      house.ports().assessments().add(assessment);
    }
    house.ports().plans().add(plan);
    return plan;
  }

  private List<Letter> letters() {
    return house.ports().letters().all();
  }

  @Test
  void theReferentHearsAWeekBeforeAndAgainAWeekLater() {
    due(body, LocalDate.of(2026, 12, 2));
    assertThat(house.reminders().send()).as("eight days before").isZero();
    house.clock().advance(Duration.ofDays(1));
    assertThat(house.reminders().send()).as("seven days before").isEqualTo(1);
    assertThat(letters()).hasSize(1);
    house.clock().advance(Duration.ofHours(1));
    assertThat(house.reminders().send()).isZero();
    house.clock().advance(Duration.ofDays(7).minusHours(1).minusSeconds(1));
    assertThat(house.reminders().send()).isZero();
    house.clock().advance(Duration.ofSeconds(1));
    assertThat(house.reminders().send()).isEqualTo(1);
    assertThat(letters()).hasSize(2);
  }

  @Test
  void theDayBeginsInParis() {
    due(body, LocalDate.of(2026, 12, 2));
    house.clock().set(java.time.Instant.parse("2026-11-24T22:59:59Z"));
    assertThat(house.reminders().send()).isZero();
    house.clock().set(java.time.Instant.parse("2026-11-24T23:00:00Z"));
    assertThat(house.reminders().send()).isEqualTo(1);
  }

  @Test
  void theLetterSaysWhatByWhenAndWhereInTheReadersLanguage() {
    house.ports().accounts().setProfile(referent.id(), "Zoé", Language.EN);
    house.account("Noé", new Membership.OfBody(body.id(), BodyRole.REFERENT));
    due(body, LocalDate.of(2026, 12, 1));
    house.reminders().send();
    assertThat(letters()).hasSize(2);
    Letter french =
        letters().stream().filter(l -> l.language() == Language.FR).findFirst().orElseThrow();
    Letter english =
        letters().stream().filter(l -> l.language() == Language.EN).findFirst().orElseThrow();
    assertThat(english.to()).isEqualTo(referent.email());
    assertThat(french.subject())
        .contains("Foix", measure.name().fr(), "à faire pour le mardi 1 décembre 2026")
        .doesNotContain("\n");
    assertThat(french.text())
        .contains(measure.firstStep().fr(), House.URL + "/bodies/" + body.id() + "/plan");
    assertThat(english.subject()).contains(measure.name().en(), "due by", "1 December 2026");
    assertThat(english.text()).contains(measure.firstStep().en());
  }

  @Test
  void onlyReferentsOfTheBodyWhoMaySignInHearOfIt() {
    Body other = house.body("Pamiers");
    house.account("Maire", new Membership.OfBody(body.id(), BodyRole.OFFICIAL));
    house.account("Ailleurs", new Membership.OfBody(other.id(), BodyRole.REFERENT));
    Account stopped = house.account("Parti", new Membership.OfBody(body.id(), BodyRole.REFERENT));
    house.ports().accounts().setDisabled(stopped.id(), Optional.of(house.clock().instant()));
    due(body, LocalDate.of(2026, 11, 1));
    assertThat(house.reminders().send()).isEqualTo(1);
    assertThat(letters()).extracting(Letter::to).containsExactly(referent.email());
    assertThat(letters().getFirst().once()).as("never twice").isTrue();
  }

  @Test
  void withoutAReferentTheOfficialsHearOfIt() {
    Body other = house.body("Pamiers");
    Account mayor = house.account("Maire", new Membership.OfBody(other.id(), BodyRole.OFFICIAL));
    house.account("DPO", new Membership.OfBody(other.id(), BodyRole.DATA_PROTECTION_OFFICER));
    Account gone = house.account("Parti", new Membership.OfBody(other.id(), BodyRole.REFERENT));
    house.ports().accounts().setDisabled(gone.id(), Optional.of(house.clock().instant()));
    due(other, LocalDate.of(2026, 11, 1));
    assertThat(house.reminders().send()).isEqualTo(1);
    assertThat(letters()).extracting(Letter::to).containsExactly(mayor.email());
  }

  @Test
  void aBodyWithNobodyToWriteToIsTriedAgainTheNextDay() {
    Body other = house.body("Pamiers");
    due(other, LocalDate.of(2026, 11, 1));
    assertThat(house.reminders().send()).isZero();
    house.account("Maire", new Membership.OfBody(other.id(), BodyRole.OFFICIAL));
    assertThat(house.reminders().send()).isZero();
    house.clock().advance(Duration.ofDays(1));
    assertThat(house.reminders().send()).isEqualTo(1);
  }

  @Test
  void oneLetterTellsAllThatIsDueOrOverdue() {
    due(
        body,
        LocalDate.of(2026, 11, 27),
        LocalDate.of(2026, 11, 2),
        LocalDate.of(2027, 3, 1),
        LocalDate.of(2026, 11, 23));
    assertThat(house.reminders().send()).isEqualTo(1);
    assertThat(letters()).hasSize(1);
    Letter letter = letters().getFirst();
    assertThat(letter.subject()).contains("Foix", "3 mesures à faire", "dont 2 en retard");
    List<Measure> measures = List.copyOf(house.referential().measures().values());
    assertThat(letter.text())
        .containsSubsequence(
            measures.get(1).name().fr(), "à faire depuis le lundi 2 novembre 2026",
            measures.get(3).name().fr(), "à faire depuis le lundi 23 novembre 2026",
            measures.get(0).name().fr(), "à faire pour le vendredi 27 novembre 2026")
        .contains(measures.get(1).firstStep().fr())
        .doesNotContain(measures.get(2).name().fr());
  }

  @Test
  void aBodyGetsOneLetterADayAtMost() {
    due(body, LocalDate.of(2026, 11, 2));
    assertThat(house.reminders().send()).isEqualTo(1);
    house.clock().advance(Duration.ofMinutes(1));
    due(body, LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 3));
    assertThat(house.reminders().send()).as("a new plan on the same day").isZero();
    house.clock().advance(Duration.ofDays(1));
    assertThat(house.reminders().send()).isEqualTo(1);
    assertThat(house.reminders().send()).isZero();
    assertThat(letters()).hasSize(2);
  }

  @Test
  void aLongPlanIsCountedRatherThanNamed() {
    LocalDate[] many = new LocalDate[40];
    Arrays.fill(many, LocalDate.of(2026, 11, 2));
    due(body, many);
    assertThat(house.reminders().send()).isEqualTo(1);
    assertThat(letters().getFirst().text()).contains("et 10 de plus").hasSizeLessThan(20_000);
  }

  @Test
  void whatIsDoneOrRefusedIsLeftInPeace() {
    StoredPlan plan = due(body, LocalDate.of(2026, 11, 1));
    PlanItem item = plan.items().getFirst();
    for (PlanItem.State state : List.of(PlanItem.State.DONE, PlanItem.State.REFUSED)) {
      int version =
          house.ports().plans().find(plan.id()).orElseThrow().items().getFirst().version();
      PlanItem moved =
          new PlanItem(
              item.measure(),
              state,
              item.due(),
              Optional.empty(),
              "",
              "",
              item.changedAt(),
              version + 1,
              Optional.empty());
      assertThat(house.ports().plans().update(plan.id(), moved, version)).isTrue();
      assertThat(house.reminders().send()).as("%s", state).isZero();
    }
    assertThat(letters()).isEmpty();
  }
}
