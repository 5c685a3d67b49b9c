package fr.bastide.loop.example;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.account.SignInDesk.Attempt;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.AssessmentView;
import fr.bastide.loop.assess.Result;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.memory.House;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExampleTerritoryTest {

  private static final long SEED = 7;
  private static final int COUNT = 5;
  private static final String PASSWORD = "un mot de passe d’exemple";

  private static House territory() {
    House house = House.withFewMeasures();
    List<Body> bodies = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      bodies.add(
          new Body(
              new BodyId("commune-31%03d".formatted(i)),
              BodyForm.COMMUNE,
              "Commune " + i,
              Optional.empty(),
              Optional.of("31%03d".formatted(i)),
              "31",
              i == 40 ? "84" : "76",
              Optional.of(i == 9 ? 3_000 : 200 * i + (i > 9 ? 3_000 : 0)),
              Optional.empty(),
              Optional.empty(),
              false));
    }
    house.ports().bodies().addAll(bodies);
    return house;
  }

  /// What an example says, without the identifiers, which are new each time.
  private static Map<BodyId, List<Result>> results(House house) {
    Map<BodyId, List<Result>> results = new HashMap<>();
    house
        .ports()
        .bodies()
        .readAll(body -> {
          List<Result> those =
              house.ports().assessments().ofBody(body.id()).stream()
                  .map(assessment -> assessment.result().orElseThrow())
                  .toList();
          if (!those.isEmpty()) {
            results.put(body.id(), those);
          }
        });
    return results;
  }

  @Test
  void everythingIsMarkedAndStandsUpToTheScorer() {
    House house = territory();
    List<ExampleTerritory.Invented> people = house.examples(SEED).fill("76", COUNT, PASSWORD);
    assertThat(people).hasSize(7).allMatch(one -> one.email().endsWith("@exemple.invalid"));
    Map<BodyId, List<Result>> results = results(house);
    assertThat(results).hasSize(COUNT);
    assertThat(results).doesNotContainKey(new BodyId("commune-31040"));
    for (BodyId body : results.keySet()) {
      List<Assessment> assessments = house.ports().assessments().ofBody(body);
      assertThat(assessments).allMatch(Assessment::example).noneMatch(Assessment::open);
      AssessmentView view = house.assessments().lookAt(body, assessments.getFirst().id());
      assertThat(view.assessment().result()).contains(Result.of(view.score()));
      assertThat(house.ports().plans().latest(body)).isPresent();
    }
  }

  @Test
  void thePeopleSignInAndSeeTheFirstBody() {
    House house = territory();
    List<ExampleTerritory.Invented> people = house.examples(SEED).fill("76", COUNT, PASSWORD);
    BodyId first = new BodyId("commune-31009");
    assertThat(people)
        .extracting(ExampleTerritory.Invented::hat)
        .contains(new Membership.OfBody(first, BodyRole.OFFICIAL));
    for (String mailbox : List.of("maire", "referent", "auditrice", "csirt")) {
      Attempt attempt =
          house
              .signIn()
              .signIn(Caller.VISITOR, mailbox + "@exemple.invalid", PASSWORD, "192.0.2.1");
      Caller caller = ((Attempt.Welcome) attempt).account().caller();
      assertThat(house.assessments().ofBody(caller, first)).as(mailbox).isNotEmpty();
    }
  }

  @Test
  void theSeedDecidesEverything() {
    House one = territory();
    House two = territory();
    House other = territory();
    one.examples(SEED).fill("76", COUNT, PASSWORD);
    two.examples(SEED).fill("76", COUNT, PASSWORD);
    other.examples(SEED + 1).fill("76", COUNT, PASSWORD);
    assertThat(results(two)).isEqualTo(results(one));
    assertThat(results(other)).isNotEqualTo(results(one));
  }

  @Test
  void aSecondCallChangesNothing() {
    House house = territory();
    house.examples(SEED).fill("76", COUNT, PASSWORD);
    Map<BodyId, List<Result>> before = results(house);
    int accounts = house.ports().accounts().all().size();
    assertThat(house.examples(SEED).fill("76", COUNT, PASSWORD)).isEmpty();
    assertThat(results(house)).isEqualTo(before);
    assertThat(house.ports().accounts().all()).hasSize(accounts);
  }

  @Test
  void whatPeopleHaveBegunIsLeftAlone() {
    House house = territory();
    BodyId begun = new BodyId("commune-31009");
    Caller mayor = house.account("Zoé", new Membership.OfBody(begun, BodyRole.OFFICIAL)).caller();
    var id = house.assessments().start(mayor, begun, fr.bastide.assessment.Depth.FLASH).id();
    house.examples(SEED).fill("76", COUNT, PASSWORD);
    assertThat(house.assessments().ofBody(mayor, begun))
        .extracting(Assessment::id)
        .containsExactly(id);
    assertThat(results(house)).hasSize(COUNT + 1);
  }

  @Test
  void aRegionWithoutBodiesStaysEmpty() {
    House house = territory();
    assertThat(house.examples(SEED).fill("99", COUNT, PASSWORD)).isEmpty();
    assertThat(house.ports().accounts().all()).isEmpty();
  }
}
