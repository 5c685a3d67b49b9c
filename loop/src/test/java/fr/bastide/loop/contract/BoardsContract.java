package fr.bastide.loop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Grade;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.Result;
import fr.bastide.loop.board.Aggregate;
import fr.bastide.loop.board.BoardRow;
import fr.bastide.loop.board.Boards;
import fr.bastide.loop.board.Boards.Order;
import fr.bastide.loop.board.Boards.Query;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.loop.plan.StoredPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What [Boards] promises; no body may be assessed yet when a test begins.
public abstract class BoardsContract extends Contract {

  private static final String SCALE = Samples.result(50, Grade.C).scale();

  private Caller lead = Caller.VISITOR;
  private AccountId author = AccountId.random();

  @BeforeEach
  void somebodyWhoLooks() {
    lead = centre(CentreRole.CSIRT_LEAD);
    author = existingAccount();
  }

  private Boards boards() {
    return ports().boards();
  }

  private Boards.Page rows(Query query) {
    return inside(lead, () -> boards().rows(query));
  }

  private List<String> names(Query query) {
    return rows(query).rows().stream().map(row -> row.body().name()).toList();
  }

  private static Query ordered(Order order, int offset, int limit) {
    return new Query(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        order,
        offset,
        limit);
  }

  private static Query text(String text) {
    return new Query(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(text),
        Order.NAME,
        0,
        10_000);
  }

  private Assessment opened(BodyId body, Instant startedAt) {
    Assessment assessment = Samples.assessment(body, author, startedAt);
    byHouse(() -> ports().assessments().add(assessment));
    return assessment;
  }

  private Assessment completed(BodyId body, Instant at, double point, Grade grade) {
    Assessment assessment = opened(body, at.minusSeconds(60));
    Result result = Samples.result(point, grade);
    asHouse(() -> ports().assessments().complete(assessment.id(), at, result));
    return assessment;
  }

  @Test
  void nobodyIsOnItBeforeAnAssessment() {
    BodyId body = existingBody();
    assertThat(rows(Query.all(100))).isEqualTo(new Boards.Page(List.of(), 0));
    opened(body, Samples.NOON);
    assertThat(rows(Query.all(100)).total()).isZero();
    assertThat(inside(lead, () -> boards().aggregates(SCALE))).isEmpty();
  }

  @Test
  void showsTheLatestCompletedAssessmentElseTheOpenOne() {
    BodyId body = existingBody();
    Assessment open = opened(body, Samples.NOON);
    Result now = Samples.result(10, Grade.E);
    byHouse(() -> ports().assessments().setResult(open.id(), now));
    BoardRow row = rows(Query.all(100)).rows().getFirst();
    assertThat(row)
        .isEqualTo(
            new BoardRow(
                ports().transactions().asHouse(() -> ports().bodies().find(body)).orElseThrow(),
                Depth.STANDARD,
                now,
                Samples.NOON,
                false,
                false,
                0,
                0));
    asHouse(() -> ports().assessments().complete(open.id(), Samples.NOON.plusSeconds(9), now));
    completed(body, Samples.NOON.plusSeconds(600), 60, Grade.C);
    Assessment next = opened(body, Samples.NOON.plusSeconds(700));
    byHouse(() -> ports().assessments().setResult(next.id(), Samples.result(99, Grade.A)));
    BoardRow latest = rows(Query.all(100)).rows().getFirst();
    assertThat(latest.result()).isEqualTo(Samples.result(60, Grade.C));
    assertThat(latest.at()).isEqualTo(Samples.NOON.plusSeconds(600));
    assertThat(latest.completed()).isTrue();
    assertThat(rows(Query.all(100)).total()).isEqualTo(1);
  }

  @Test
  void countsTheMeasuresOfThePlanInForce() {
    BodyId body = existingBody();
    Assessment assessment = completed(body, Samples.NOON, 60, Grade.C);
    StoredPlan old =
        Samples.storedPlan(body, assessment.id(), author, Samples.NOON, List.of("a.old"));
    List<PlanItem> items =
        List.of(
            Samples.item("a.one", PlanItem.State.DONE),
            Samples.item("b.two", PlanItem.State.DONE),
            Samples.item("c.three", PlanItem.State.DOING),
            Samples.item("d.four", PlanItem.State.TO_DO),
            Samples.item("e.five", PlanItem.State.REFUSED));
    StoredPlan inForce =
        Samples.storedPlan(
            body,
            assessment.id(),
            author,
            Samples.NOON.plusSeconds(1),
            Samples.plan(List.of("a.one")),
            items);
    byHouse(() -> ports().plans().add(old));
    byHouse(() -> ports().plans().add(inForce));
    BoardRow row = rows(Query.all(100)).rows().getFirst();
    assertThat(row.measuresDone()).isEqualTo(2);
    assertThat(row.measures()).as("all but the refused").isEqualTo(4);
  }

  @Test
  void isOrderedAndPaged() {
    completed(existingBody("Castelnau"), Samples.NOON.plusSeconds(1), 50, Grade.C);
    completed(existingBody("Arbas"), Samples.NOON.plusSeconds(3), 70, Grade.B);
    completed(existingBody("Bordes"), Samples.NOON.plusSeconds(2), 30, Grade.D);
    assertThat(names(ordered(Order.WEAKEST, 0, 9))).containsExactly("Bordes", "Castelnau", "Arbas");
    assertThat(names(ordered(Order.STRONGEST, 0, 9)))
        .containsExactly("Arbas", "Castelnau", "Bordes");
    assertThat(names(ordered(Order.NAME, 0, 9))).containsExactly("Arbas", "Bordes", "Castelnau");
    assertThat(names(ordered(Order.OLDEST, 0, 9))).containsExactly("Castelnau", "Bordes", "Arbas");
    assertThat(names(ordered(Order.NAME, 1, 1))).containsExactly("Bordes");
    assertThat(rows(ordered(Order.NAME, 1, 1)).total()).isEqualTo(3);
    assertThat(rows(ordered(Order.NAME, 7, 1))).isEqualTo(new Boards.Page(List.of(), 3));
  }

  @Test
  void isNarrowedByEachWishAndByAllTogether() {
    completed(existingBody("Évian", BodyForm.COMMUNE, "09"), Samples.NOON, 50, Grade.C);
    completed(existingBody("Évian 100 %_", BodyForm.HOSPITAL, "31"), Samples.NOON, 50, Grade.D);
    completed(existingBody("Foix", BodyForm.COMMUNE, "31"), Samples.NOON, 50, Grade.D);
    Query all = ordered(Order.NAME, 0, 9);
    assertThat(
            names(
                new Query(
                    Optional.of("31"), all.form(), all.grade(), all.text(), all.order(), 0, 9)))
        .containsExactlyInAnyOrder("Évian 100 %_", "Foix");
    assertThat(
            names(
                new Query(
                    all.departement(),
                    Optional.of(BodyForm.COMMUNE),
                    all.grade(),
                    all.text(),
                    all.order(),
                    0,
                    9)))
        .containsExactlyInAnyOrder("Évian", "Foix");
    assertThat(
            names(
                new Query(
                    all.departement(),
                    all.form(),
                    Optional.of(Grade.C),
                    all.text(),
                    all.order(),
                    0,
                    9)))
        .containsExactly("Évian");
    assertThat(
            names(
                new Query(
                    Optional.of("31"),
                    Optional.of(BodyForm.COMMUNE),
                    Optional.of(Grade.D),
                    Optional.of("oi"),
                    Order.NAME,
                    0,
                    9)))
        .containsExactly("Foix");
  }

  @Test
  void textIsFoundInAnyCaseAndMeansItself() {
    completed(existingBody("Évian 100 %_\\"), Samples.NOON, 50, Grade.D);
    completed(existingBody("Foix"), Samples.NOON, 50, Grade.D);
    assertThat(names(text("fOI"))).containsExactly("Foix");
    assertThat(names(text("é"))).containsExactly("Évian 100 %_\\");
    assertThat(names(text("%"))).containsExactly("Évian 100 %_\\");
    assertThat(names(text("_"))).containsExactly("Évian 100 %_\\");
    assertThat(names(text("\\"))).containsExactly("Évian 100 %_\\");
    assertThat(names(text("' or 1=1 --"))).isEmpty();
    assertThat(names(text(""))).hasSize(2);
  }

  @Test
  void aggregatesAreByDepartementByFormAndForTheWholeAndNeverOfAFew() {
    List<BodyId> communes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      communes.add(existingBody("Commune " + i, BodyForm.COMMUNE, "09"));
      completed(communes.get(i), Samples.NOON, 10 * i, i < 2 ? Grade.E : Grade.D);
    }
    for (int i = 0; i < 4; i++) {
      completed(existingBody("Hôpital " + i, BodyForm.HOSPITAL, "31"), Samples.NOON, 90, Grade.A);
    }
    // Neither an older assessment nor an open one counts.
    completed(communes.getFirst(), Samples.NOON.minusSeconds(900), 100, Grade.A);
    Assessment open = opened(communes.getFirst(), Samples.NOON.plusSeconds(900));
    byHouse(() -> ports().assessments().setResult(open.id(), Samples.result(99, Grade.A)));

    Map<Grade, Integer> grades = Map.of(Grade.E, 2, Grade.D, 4);
    List<Aggregate> found =
        inside(centre(CentreRole.STATE_OBSERVER), () -> boards().aggregates(SCALE));
    // The six communes beside the whole would tell the mean of the four hospitals.
    assertThat(found)
        .containsExactly(
            new Aggregate(Optional.empty(), Optional.empty(), 10, 51, with(grades, 4)));
    completed(existingBody("Hôpital 5", BodyForm.HOSPITAL, "31"), Samples.NOON, 90, Grade.A);
    assertThat(inside(centre(CentreRole.STATE_OBSERVER), () -> boards().aggregates(SCALE)))
        .contains(
            new Aggregate(Optional.of("09"), Optional.empty(), 6, 25, grades),
            new Aggregate(Optional.of("31"), Optional.empty(), 5, 90, Map.of(Grade.A, 5)),
            new Aggregate(Optional.empty(), Optional.of(BodyForm.COMMUNE), 6, 25, grades))
        .hasSize(5);
  }

  @Test
  void resultsOfAnotherScaleTakeNoPartInTheFigures() {
    for (int i = 0; i < 6; i++) {
      completed(existingBody("Commune " + i, BodyForm.COMMUNE, "09"), Samples.NOON, 40, Grade.D);
    }
    for (int i = 0; i < 5; i++) {
      BodyId body = existingBody("Autre " + i, BodyForm.COMMUNE, "09");
      Assessment assessment = opened(body, Samples.NOON);
      Result now = Samples.result(90, Grade.A);
      Result old =
          new Result(
              "échelle-0", now.total(), now.grade(), now.themes(), now.answered(), now.asked());
      asHouse(
          () -> ports().assessments().complete(assessment.id(), Samples.NOON.plusSeconds(9), old));
    }
    Caller observer = centre(CentreRole.STATE_OBSERVER);
    assertThat(inside(observer, () -> boards().aggregates(SCALE)))
        .contains(new Aggregate(Optional.empty(), Optional.empty(), 6, 40, Map.of(Grade.D, 6)));
    assertThat(inside(observer, () -> boards().aggregates("échelle-0")))
        .contains(new Aggregate(Optional.empty(), Optional.empty(), 5, 90, Map.of(Grade.A, 5)));
    assertThat(inside(observer, () -> boards().aggregates("échelle-2"))).isEmpty();
  }

  private static Map<Grade, Integer> with(Map<Grade, Integer> grades, int best) {
    Map<Grade, Integer> all = new java.util.HashMap<>(grades);
    all.put(Grade.A, best);
    return all;
  }

  @Test
  void aTerritoryOfAFewHasNoAggregates() {
    for (int i = 0; i < Aggregate.LEAST - 1; i++) {
      completed(existingBody(), Samples.NOON, 50, Grade.C);
    }
    assertThat(inside(lead, () -> boards().aggregates(SCALE))).isEmpty();
  }
}
