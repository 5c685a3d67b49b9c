package fr.bastide.loop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.PlanId;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.plan.CalendarAddress;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.loop.plan.PlanItem.State;
import fr.bastide.loop.plan.Plans;
import fr.bastide.loop.plan.StoredPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What [Plans] promises.
public abstract class PlansContract extends Contract {

  private static final LocalDate DUE = LocalDate.of(2026, 12, 31);

  private BodyId body = new BodyId("other-none");
  private Caller mayor = Caller.VISITOR;
  private AssessmentId assessment = AssessmentId.random();

  @BeforeEach
  void aBodyItsMayorAndItsAssessment() {
    body = existingBody();
    mayor = official(body);
    assessment = existingAssessment(body);
  }

  private Plans plans() {
    return ports().plans();
  }

  private StoredPlan keep(StoredPlan plan) {
    by(mayor, () -> plans().add(plan));
    return plan;
  }

  private StoredPlan plan(Instant createdAt, String... measures) {
    return keep(
        Samples.storedPlan(
            body, assessment, mayor.account().orElseThrow(), createdAt, List.of(measures)));
  }

  private StoredPlan again(PlanId id) {
    return inside(mayor, () -> plans().find(id)).orElseThrow();
  }

  private static PlanItem moved(String measure, State state, int version) {
    return new PlanItem(
        measure,
        state,
        DUE.plusDays(version),
        state == State.DONE ? Optional.of(EvidenceLevel.BACK_TESTED) : Optional.empty(),
        Samples.FRENCH,
        "Zoé d’Œuf",
        Samples.NOON.plusSeconds(version),
        version,
        Optional.of(Samples.NOON));
  }

  private boolean update(PlanId id, PlanItem item, int seen) {
    return inside(mayor, () -> plans().update(id, item, seen));
  }

  private List<String> due(LocalDate by) {
    return inside(mayor, () -> plans().due(body, by)).stream()
        .map(due -> due.item().measure())
        .toList();
  }

  /// Whether the body of this test waits for a letter.
  private boolean waits(LocalDate today, LocalDate by, Instant notRemindedSince) {
    return asHouse(() -> plans().toRemind(today, by, notRemindedSince, 100_000)).contains(body);
  }

  @Test
  void comesBackAsItWasKept() {
    List<PlanItem> items = new ArrayList<>();
    for (State state : State.values()) {
      for (EvidenceLevel level : EvidenceLevel.values()) {
        items.add(
            new PlanItem(
                "m." + state.name().toLowerCase(java.util.Locale.ROOT) + "-" + level.ordinal(),
                state,
                DUE.minusDays(items.size()),
                state == State.DONE ? Optional.of(level) : Optional.empty(),
                Samples.FRENCH,
                "Noé",
                Samples.NOON,
                3,
                level == EvidenceLevel.DOCUMENT ? Optional.of(Samples.NOON) : Optional.empty()));
      }
    }
    StoredPlan kept =
        keep(
            Samples.storedPlan(
                body,
                assessment,
                mayor.account().orElseThrow(),
                Samples.NOON,
                Samples.plan(List.of("z.last", "a.first", "m.middle")),
                items));
    assertThat(again(kept.id())).isEqualTo(kept);
    assertThat(inside(mayor, () -> plans().latest(body))).contains(kept);
    assertThat(inside(mayor, () -> plans().find(PlanId.random()))).isEmpty();
  }

  @Test
  void keepsAPlanWithoutAnyStep() {
    StoredPlan empty = plan(Samples.NOON);
    assertThat(again(empty.id())).isEqualTo(empty);
  }

  @Test
  void theNewestIsInForceAndAllAreListedNewestFirst() {
    StoredPlan second = plan(Samples.NOON.plusSeconds(60), "a.one", "a.two");
    StoredPlan third = plan(Samples.NOON.plusSeconds(120), "a.one");
    StoredPlan first = plan(Samples.NOON);
    assertThat(inside(mayor, () -> plans().latest(body))).contains(third);
    assertThat(inside(mayor, () -> plans().ofBody(body)))
        .containsExactly(
            new Plans.PlanSummary(third.id(), third.createdAt(), 1),
            new Plans.PlanSummary(second.id(), second.createdAt(), 2),
            new Plans.PlanSummary(first.id(), first.createdAt(), 0));
    BodyId other = existingBody();
    assertThat(asHouse(() -> plans().latest(other))).isEmpty();
    assertThat(asHouse(() -> plans().ofBody(other))).isEmpty();
  }

  @Test
  void replacesAnItemOfTheVersionSeenAlone() {
    StoredPlan kept = plan(Samples.NOON, "b.one", "a.two");
    StoredPlan bystander = plan(Samples.NOON.plusSeconds(1), "b.one");
    PlanItem second = moved("b.one", State.DOING, 2);
    PlanItem third = moved("b.one", State.DONE, 3);
    assertThat(update(kept.id(), second, 1)).isTrue();
    assertThat(update(kept.id(), moved("b.one", State.REFUSED, 2), 1)).isFalse();
    assertThat(update(kept.id(), moved("b.one", State.REFUSED, 8), 7)).isFalse();
    assertThat(update(kept.id(), moved("c.none", State.REFUSED, 2), 1)).isFalse();
    assertThat(update(PlanId.random(), second, 1)).isFalse();
    assertThat(again(kept.id()).items())
        .containsExactly(second, Samples.item("a.two", State.TO_DO));
    assertThat(update(kept.id(), third, 2)).isTrue();
    assertThat(again(kept.id()).items()).containsExactly(third, Samples.item("a.two", State.TO_DO));
    assertThat(again(bystander.id())).isEqualTo(bystander);
  }

  @Test
  void oneOfThoseWhoMoveAtOnceDoes() {
    StoredPlan kept = plan(Samples.NOON, "a.one");
    List<Boolean> outcomes =
        atOnce(CROWD, i -> update(kept.id(), moved("a.one", State.DOING, 2), 1));
    assertThat(outcomes).containsOnlyOnce(true);
  }

  @Test
  void dueIsWhatIsOpenByTheDayEarliestFirst() {
    StoredPlan kept = plan(Samples.NOON, "a.late", "b.early", "c.doing", "d.done", "e.refused");
    PlanId id = kept.id();
    update(id, withDue("b.early", State.TO_DO, DUE.minusDays(3)), 1);
    update(id, withDue("c.doing", State.DOING, DUE.minusDays(2)), 1);
    update(id, withDue("d.done", State.DONE, DUE.minusDays(4)), 1);
    update(id, withDue("e.refused", State.REFUSED, DUE.minusDays(5)), 1);
    assertThat(due(DUE)).containsExactly("b.early", "c.doing", "a.late");
    assertThat(due(DUE.minusDays(1))).containsExactly("b.early", "c.doing");
    assertThat(due(DUE.minusDays(4))).isEmpty();
    assertThat(asHouse(() -> plans().due(existingBody(), DUE))).isEmpty();
    assertThat(asHouse(() -> plans().due(body, DUE)).getFirst())
        .isEqualTo(new Plans.Due(body, id, withDue("b.early", State.TO_DO, DUE.minusDays(3))));
  }

  private static PlanItem withDue(String measure, State state, LocalDate due) {
    return new PlanItem(
        measure, state, due, Optional.empty(), "", "", Samples.NOON, 2, Optional.empty());
  }

  @Test
  void aPlanThatIsNoLongerInForceIsNotDue() {
    plan(Samples.NOON, "a.old");
    plan(Samples.NOON.plusSeconds(60), "b.new");
    assertThat(due(DUE)).containsExactly("b.new");
  }

  @Test
  void aBodyIsRemindedOfThePlanInForceOnceADay() {
    StoredPlan old = plan(Samples.NOON, "a.old");
    update(old.id(), withDue("a.old", State.TO_DO, DUE.minusDays(9)), 1);
    plan(Samples.NOON.plusSeconds(60), "b.new");
    assertThat(waits(DUE, DUE.minusDays(1), Samples.NOON)).as("not due yet").isFalse();
    assertThat(waits(DUE, DUE, Samples.NOON)).isTrue();
    assertThat(asHouse(() -> plans().toRemind(DUE, DUE, Samples.NOON, 1))).hasSize(1);
    assertThat(asHouse(() -> plans().remind(body, DUE, Samples.NOON, 2))).isTrue();
    assertThat(asHouse(() -> plans().remind(body, DUE, Samples.NOON, 2))).isFalse();
    assertThat(waits(DUE, DUE, Samples.NOON)).isFalse();
    assertThat(waits(DUE.plusDays(1), DUE.plusDays(1), Samples.NOON)).isTrue();
  }

  @Test
  void oneOfThoseWhoRemindAtOnceDoes() {
    List<Boolean> outcomes =
        atOnce(CROWD, i -> asHouse(() -> plans().remind(body, DUE, Samples.NOON, 1)));
    assertThat(outcomes).containsOnlyOnce(true);
  }

  @Test
  void whatWasRemindedIsNotDueUntilLongEnoughAgo() {
    StoredPlan kept = plan(Samples.NOON, "a.one", "b.two");
    Instant at = Samples.NOON.plusSeconds(60);
    byHouse(() -> plans().reminded(kept.id(), "a.one", at));
    byHouse(() -> plans().reminded(kept.id(), "c.none", at));
    assertThat(waits(DUE, DUE, at.minusSeconds(1))).as("b.two is left").isTrue();
    byHouse(() -> plans().reminded(kept.id(), "b.two", at));
    assertThat(waits(DUE, DUE, at.minusSeconds(1))).isFalse();
    assertThat(waits(DUE, DUE, at)).isTrue();
    assertThat(due(DUE)).containsExactlyInAnyOrder("a.one", "b.two");
    PlanItem noted = again(kept.id()).items().getFirst();
    assertThat(noted.remindedAt()).contains(at);
    assertThat(noted.version()).isEqualTo(1);
  }

  @Test
  void aPersonHasOneCalendarAddressOfABodyAtATime() {
    BodyId other = existingBody();
    String first = hash();
    String second = hash();
    String foreign = hash();
    Caller deputy = official(body);
    Caller stranger = official(other);
    String deputys = hash();
    CalendarAddress mayors = new CalendarAddress(body, mayor.account().orElseThrow());
    by(mayor, () -> plans().setCalendarKey(body, mayors.holder(), first));
    by(deputy, () -> plans().setCalendarKey(body, deputy.account().orElseThrow(), deputys));
    by(stranger, () -> plans().setCalendarKey(other, stranger.account().orElseThrow(), foreign));
    assertThat(asHouse(() -> plans().calendar(first))).contains(mayors);
    by(mayor, () -> plans().setCalendarKey(body, mayors.holder(), second));
    assertThat(asHouse(() -> plans().calendar(first))).isEmpty();
    assertThat(asHouse(() -> plans().calendar(second))).contains(mayors);
    assertThat(asHouse(() -> plans().calendar(deputys)))
        .contains(new CalendarAddress(body, deputy.account().orElseThrow()));
    assertThat(asHouse(() -> plans().calendar(foreign)))
        .contains(new CalendarAddress(other, stranger.account().orElseThrow()));
    assertThat(asHouse(() -> plans().calendar(hash()))).isEmpty();
  }
}
