package fr.bastide.loop.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.Planner;
import fr.bastide.kernel.Money;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Denied;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.PlanId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.TokenScope;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.memory.House;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanDeskTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final House house = House.withFewMeasures();
  private final PlanDesk desk = house.plans();
  private final Body body = house.body("Foix");
  private final Caller mayor = house.of(body, BodyRole.OFFICIAL);
  private final Caller reader = house.of(body, BodyRole.DATA_PROTECTION_OFFICER);
  private final Caller stranger = house.of(house.body("Pamiers"), BodyRole.OFFICIAL);
  private final AssessmentId assessment = worst();

  /// An assessment in which nothing is in place: a plan has much to do.
  private AssessmentId worst() {
    AssessmentId id = house.assessments().start(mayor, body.id(), Depth.FLASH).id();
    for (Question question : house.referential().questions(Depth.FLASH).toList()) {
      Answer none = Answer.declared(question.choices().getFirst().id());
      house.assessments().answer(mayor, body.id(), id, question.id(), none, 0);
    }
    return id;
  }

  private static Limits limits() {
    return new Limits(Money.euros(12_000), Optional.empty(), Optional.empty(), 40, 12);
  }

  private static PlanDesk.Wish wish() {
    return new PlanDesk.Wish(limits(), Set.of(), Map.of(), Set.of(), 1);
  }

  private StoredPlan made() {
    return desk.make(mayor, body.id(), assessment, wish());
  }

  private PlanItem move(StoredPlan plan, PlanDesk.Move move, int seen) {
    return desk.move(mayor, body.id(), plan.id(), move, seen);
  }

  private static PlanDesk.Move to(String measure, PlanItem.State state, String note) {
    Optional<EvidenceLevel> evidence =
        state == PlanItem.State.DONE ? Optional.of(EvidenceLevel.DOCUMENT) : Optional.empty();
    return new PlanDesk.Move(measure, state, Optional.empty(), evidence, note);
  }

  private PlanItem item(StoredPlan plan, String measure) {
    return desk.view(mayor, body.id(), plan.id()).plan().items().stream()
        .filter(item -> item.measure().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPlanIsMadeKeptAndInForce() {
    assertThat(desk.inForce(mayor, body.id())).isEmpty();
    StoredPlan made = made();
    assertThat(made.plan().steps()).isNotEmpty();
    assertThat(made.plan().projected().total().point())
        .isGreaterThan(made.plan().before().total().point());
    assertThat(made.plan().spent()).isLessThanOrEqualTo(limits().budget());
    assertThat(made.items())
        .extracting(PlanItem::measure)
        .containsExactlyElementsOf(made.plan().steps().stream().map(Plan.Step::measure).toList());
    for (Plan.Step step : made.plan().steps()) {
      assertThat(item(made, step.measure()).due())
          .isEqualTo(TODAY.plusMonths(step.endMonth() + 1L));
      assertThat(item(made, step.measure()).state()).isEqualTo(PlanItem.State.TO_DO);
    }
    assertThat(desk.inForce(reader, body.id()).orElseThrow().plan()).isEqualTo(made);
    house.clock().advance(Duration.ofDays(1));
    StoredPlan next = made();
    assertThat(desk.inForce(mayor, body.id()).orElseThrow().plan()).isEqualTo(next);
    assertThat(desk.ofBody(mayor, body.id()))
        .extracting(Plans.PlanSummary::id)
        .containsExactly(next.id(), made.id());
    assertThat(house.acts()).endsWith("MAKE_PLAN", "MAKE_PLAN");
    assertThat(house.verdict().faults()).isEmpty();
  }

  @Test
  void aPreviewIsThePlanAndKeepsNothing() {
    Plan preview = desk.preview(reader, body.id(), assessment, wish());
    assertThat(desk.ofBody(mayor, body.id())).isEmpty();
    assertThat(house.acts()).doesNotContain("MAKE_PLAN");
    assertThat(made().plan().steps()).isEqualTo(preview.steps());
  }

  @Test
  void theCurveRises() {
    List<Planner.BudgetPoint> curve = desk.curve(reader, body.id(), assessment, wish(), 3);
    assertThat(curve).hasSizeBetween(2, 3);
    assertThat(curve.getFirst().budget()).isEqualTo(Money.ZERO);
    assertThat(curve).isSortedAccordingTo((a, b) -> Double.compare(a.point(), b.point()));
  }

  @Test
  void wishesAreKeptVisible() {
    List<Plan.Step> steps = made().plan().steps();
    String refused = steps.getFirst().measure();
    String done = steps.getLast().measure();
    PlanDesk.Wish wish =
        new PlanDesk.Wish(limits(), Set.of(done), Map.of(refused, "Trop tôt"), Set.of(), 1);
    house.clock().advance(Duration.ofDays(1));
    StoredPlan plan = desk.make(mayor, body.id(), assessment, wish);
    assertThat(plan.plan().steps()).extracting(Plan.Step::measure).doesNotContain(refused, done);
    assertThat(item(plan, refused).state()).isEqualTo(PlanItem.State.REFUSED);
    assertThat(item(plan, refused).note()).isEqualTo("Trop tôt");
    assertThat(item(plan, done).state()).isEqualTo(PlanItem.State.DONE);
    assertThat(item(plan, done).evidence()).contains(EvidenceLevel.DECLARED);
  }

  @Test
  void aWishWithoutSenseIsRefused() {
    String measure = house.referential().measures().keySet().iterator().next();
    Set<String> one = Set.of(measure);
    Map<String, String> refused = Map.of(measure, "Non");
    List<PlanDesk.Wish> wrong =
        List.of(
            new PlanDesk.Wish(limits(), Set.of("no.such"), Map.of(), Set.of(), 1),
            new PlanDesk.Wish(limits(), Set.of(), Map.of("no.such", "Non"), Set.of(), 1),
            new PlanDesk.Wish(limits(), Set.of(), Map.of(), Set.of("a\0b"), 1),
            new PlanDesk.Wish(limits(), one, refused, Set.of(), 1),
            new PlanDesk.Wish(limits(), Set.of(), refused, one, 1),
            new PlanDesk.Wish(limits(), one, Map.of(), one, 1),
            new PlanDesk.Wish(limits(), Set.of(), Map.of(measure, "é".repeat(1_001)), Set.of(), 1),
            new PlanDesk.Wish(limits(), Set.of(), Map.of(measure, "\0"), Set.of(), 1),
            new PlanDesk.Wish(limits(), Set.of(), Map.of(), Set.of(), 0),
            new PlanDesk.Wish(limits(), Set.of(), Map.of(), Set.of(), 10_001),
            within(-1, 10, 12),
            within(100_000_001, 10, 12),
            within(Long.MAX_VALUE / 100, 10, 12),
            within(1, -0.1, 12),
            within(1, Double.NaN, 12),
            within(1, Double.POSITIVE_INFINITY, 12),
            within(1, 10, 0),
            within(1, 10, 61),
            bounded(Optional.of(Money.euros(-1)), Optional.empty()),
            bounded(Optional.empty(), Optional.of(new Money(Long.MAX_VALUE))));
    for (PlanDesk.Wish wish : wrong) {
      assertThatThrownBy(() -> desk.preview(mayor, body.id(), assessment, wish))
          .as("%s", wish)
          .isInstanceOf(Invalid.class);
      assertThatThrownBy(() -> desk.make(mayor, body.id(), assessment, wish))
          .isInstanceOf(Invalid.class);
      assertThatThrownBy(() -> desk.curve(mayor, body.id(), assessment, wish, 5))
          .isInstanceOf(Invalid.class);
    }
    assertThat(desk.ofBody(mayor, body.id())).isEmpty();
  }

  private static PlanDesk.Wish within(long euros, double days, int months) {
    Limits limits =
        new Limits(Money.euros(euros), Optional.empty(), Optional.empty(), days, months);
    return new PlanDesk.Wish(limits, Set.of(), Map.of(), Set.of(), 1);
  }

  private static PlanDesk.Wish bounded(Optional<Money> setup, Optional<Money> yearly) {
    Limits limits = new Limits(Money.euros(1), setup, yearly, 10, 12);
    return new PlanDesk.Wish(limits, Set.of(), Map.of(), Set.of(), 1);
  }

  @Test
  void whoMayDoWhatToAPlan() {
    StoredPlan plan = made();
    PlanDesk.Move move = to(plan.items().getFirst().measure(), PlanItem.State.DOING, "");
    Caller operator = house.of(CentreRole.CSIRT_OPERATOR);
    assertThat(desk.view(house.of(CentreRole.PROGRAMME_OFFICER), body.id(), plan.id()).plan())
        .isEqualTo(plan);
    assertThatThrownBy(() -> desk.view(operator, body.id(), plan.id())).isInstanceOf(Denied.class);
    assertThatThrownBy(() -> desk.make(reader, body.id(), assessment, wish()))
        .isInstanceOf(Denied.class);
    assertThatThrownBy(() -> desk.move(reader, body.id(), plan.id(), move, 1))
        .isInstanceOf(Denied.class);
    assertThatThrownBy(() -> desk.newCalendarKey(reader, body.id())).isInstanceOf(Denied.class);
    for (Caller nobody : List.of(stranger, house.account("Sans rôle").caller())) {
      assertThatThrownBy(() -> desk.view(nobody, body.id(), plan.id()))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> desk.make(nobody, body.id(), assessment, wish()))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> desk.preview(nobody, body.id(), assessment, wish()))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> desk.move(nobody, body.id(), plan.id(), move, 1))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> desk.newCalendarKey(nobody, body.id())).isInstanceOf(NotFound.class);
    }
    Caller program =
        new Caller(
            mayor.account(),
            mayor.name(),
            mayor.memberships(),
            Optional.of(Set.of(TokenScope.PLANS_READ)));
    assertThat(desk.preview(program, body.id(), assessment, wish()).steps()).isNotEmpty();
    assertThatThrownBy(() -> desk.make(program, body.id(), assessment, wish()))
        .isInstanceOf(Denied.class);
  }

  @Test
  void aForeignPlanOrAssessmentIsNotReachedThroughOnesOwnBody() {
    StoredPlan plan = made();
    Body theirs = house.bodies().mine(stranger).getFirst();
    PlanDesk.Move move = to(plan.items().getFirst().measure(), PlanItem.State.DOING, "");
    assertThatThrownBy(() -> desk.view(stranger, theirs.id(), plan.id()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.move(stranger, theirs.id(), plan.id(), move, 1))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.preview(stranger, theirs.id(), assessment, wish()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.make(stranger, theirs.id(), assessment, wish()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.view(mayor, body.id(), PlanId.random()))
        .isInstanceOf(NotFound.class);
    assertThat(item(plan, move.measure())).isEqualTo(plan.items().getFirst());
  }

  @Test
  void aMeasureMovesOnAndSaysWhoMovedIt() {
    StoredPlan plan = made();
    String measure = plan.items().getFirst().measure();
    house.clock().advance(Duration.ofHours(2));
    PlanDesk.Move doing =
        new PlanDesk.Move(
            measure,
            PlanItem.State.DOING,
            Optional.of(TODAY.plusDays(9)),
            Optional.of(EvidenceLevel.DOCUMENT),
            "  Commandé ");
    PlanItem moved = move(plan, doing, 1);
    assertThat(moved)
        .isEqualTo(
            new PlanItem(
                measure,
                PlanItem.State.DOING,
                TODAY.plusDays(9),
                Optional.empty(),
                "Commandé",
                mayor.name(),
                house.clock().instant(),
                2,
                Optional.empty()));
    assertThat(item(plan, measure)).isEqualTo(moved);
    PlanItem done = move(plan, to(measure, PlanItem.State.DONE, ""), 2);
    assertThat(done.due()).isEqualTo(TODAY.plusDays(9));
    assertThat(done.evidence()).contains(EvidenceLevel.DOCUMENT);
    PlanItem again = move(plan, to(measure, PlanItem.State.TO_DO, ""), 3);
    assertThat(again.evidence()).isEmpty();
    assertThat(house.acts()).endsWith("FOLLOW_PLAN", "FOLLOW_PLAN", "FOLLOW_PLAN");
  }

  @Test
  void doneNeedsWhatShowsItAndRefusedAReason() {
    StoredPlan plan = made();
    PlanItem before = plan.items().getFirst();
    String measure = before.measure();
    List<PlanDesk.Move> wrong =
        List.of(
            new PlanDesk.Move(measure, PlanItem.State.DONE, Optional.empty(), Optional.empty(), ""),
            to(measure, PlanItem.State.REFUSED, " "),
            to(measure, PlanItem.State.DOING, "é".repeat(1_001)),
            to(measure, PlanItem.State.DOING, "a\0b"),
            new PlanDesk.Move(
                measure, PlanItem.State.DOING, Optional.of(LocalDate.MAX), Optional.empty(), ""));
    for (PlanDesk.Move move : wrong) {
      assertThatThrownBy(() -> move(plan, move, 1)).isInstanceOf(Invalid.class);
    }
    assertThatThrownBy(() -> move(plan, to("no.such", PlanItem.State.DOING, ""), 1))
        .isInstanceOf(NotFound.class);
    assertThat(item(plan, measure)).isEqualTo(before);
    assertThat(move(plan, to(measure, PlanItem.State.REFUSED, "Trop cher"), 1).note())
        .isEqualTo("Trop cher");
  }

  @Test
  void whoeverComesTooLateIsToldAndOverwritesNothing() {
    StoredPlan plan = made();
    String measure = plan.items().getFirst().measure();
    PlanItem first = move(plan, to(measure, PlanItem.State.DOING, "premier"), 1);
    for (int seen : new int[] {1, 0, 3, -1}) {
      assertThatThrownBy(() -> move(plan, to(measure, PlanItem.State.REFUSED, "second"), seen))
          .isInstanceOf(Conflict.class);
    }
    assertThat(item(plan, measure)).isEqualTo(first);
  }

  @Test
  void whatIsDoneRaisesTheScoreOfToday() {
    StoredPlan plan = made();
    double before = desk.view(mayor, body.id(), plan.id()).today().total().point();
    assertThat(before).isEqualTo(plan.plan().before().total().point());
    for (PlanItem item : plan.items()) {
      double last = desk.view(mayor, body.id(), plan.id()).today().total().point();
      move(plan, to(item.measure(), PlanItem.State.DONE, ""), 1);
      assertThat(desk.view(mayor, body.id(), plan.id()).today().total().point())
          .isGreaterThanOrEqualTo(last);
    }
    assertThat(desk.view(mayor, body.id(), plan.id()).today().total().point())
        .isGreaterThan(before);
    assertThat(desk.view(mayor, body.id(), plan.id()).measured()).isEmpty();
  }

  @Test
  void aLaterAssessmentMeasuresWhatWasProjected() {
    house.assessments().complete(mayor, body.id(), assessment);
    house.clock().advance(Duration.ofDays(1));
    StoredPlan plan = made();
    assertThat(desk.view(mayor, body.id(), plan.id()).measured()).isEmpty();
    house.clock().advance(Duration.ofDays(90));
    AssessmentId next = house.assessments().start(mayor, body.id(), Depth.FLASH).id();
    assertThat(desk.view(mayor, body.id(), plan.id()).measured()).isEmpty();
    house.clock().advance(Duration.ofDays(1));
    var completed = house.assessments().complete(mayor, body.id(), next);
    assertThat(desk.view(mayor, body.id(), plan.id()).measured())
        .contains(completed.result().orElseThrow().total());
  }

  @Test
  void theCalendarEndsWithTheRightOfWhoeverMadeIt() {
    made();
    String mayors = desk.newCalendarKey(mayor, body.id());
    AccountId holder = mayor.account().orElseThrow();
    house.ports().accounts().setDisabled(holder, Optional.of(house.clock().instant()));
    assertThatThrownBy(() -> desk.calendar(Caller.VISITOR, mayors)).isInstanceOf(NotFound.class);
    house.ports().accounts().setDisabled(holder, Optional.empty());
    assertThat(desk.calendar(Caller.VISITOR, mayors).body()).isEqualTo(body);
    mayor.memberships().forEach(hat -> house.ports().accounts().removeMembership(holder, hat));
    assertThatThrownBy(() -> desk.calendar(Caller.VISITOR, mayors)).isInstanceOf(NotFound.class);
  }

  @Test
  void theCalendarHasOneSecretAddress() {
    String empty = desk.newCalendarKey(mayor, body.id());
    assertThatThrownBy(() -> desk.calendar(Caller.VISITOR, empty)).isInstanceOf(NotFound.class);
    StoredPlan plan = made();
    assertThat(desk.calendar(Caller.VISITOR, empty).plan()).isEqualTo(plan);
    String next = desk.newCalendarKey(mayor, body.id());
    assertThat(next).isNotEqualTo(empty).hasSize(43);
    assertThatThrownBy(() -> desk.calendar(Caller.VISITOR, empty)).isInstanceOf(NotFound.class);
    for (String wrong : List.of("", body.id().value(), "\0", next + "x")) {
      assertThatThrownBy(() -> desk.calendar(Caller.VISITOR, wrong)).isInstanceOf(NotFound.class);
    }
    assertThat(desk.calendar(Caller.VISITOR, next).body()).isEqualTo(body);
  }
}
