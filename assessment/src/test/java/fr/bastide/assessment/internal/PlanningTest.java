package fr.bastide.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.Plan.WhyNot;
import fr.bastide.assessment.plan.PlanImpossible;
import fr.bastide.assessment.plan.PlanRequest;
import fr.bastide.assessment.plan.Planner;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Money;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Plans over the referential that comes with Bastide, for a town hall of 25 workstations.
class PlanningTest {

  private static final Referential REFERENTIAL = Referential.builtin();
  private static final Planner PLANNER = new Planner(REFERENTIAL);

  private static AnswerSheet town() {
    Map<String, Answer> answers = new HashMap<>();
    int number = 0;
    for (Question question : REFERENTIAL.questions().values()) {
      int last = question.choices().size() - 1;
      if (number++ % 5 != 0) {
        int rank = Math.min(last, number % 3);
        answers.put(question.id(), Answer.declared(question.choices().get(rank).id()));
      }
    }
    return new AnswerSheet(Depth.STANDARD, BodySize.SMALL, PlanWorld.TODAY, answers);
  }

  private static Limits limits(long euros, double days, int months) {
    return new Limits(Money.euros(euros), Optional.empty(), Optional.empty(), days, months);
  }

  private static PlanRequest request(Limits limits, Set<String> forced, Set<String> refused) {
    Map<String, String> reasons = new HashMap<>();
    refused.forEach(id -> reasons.put(id, "not now"));
    return new PlanRequest("town", town(), limits, Set.of(), reasons, forced, 1);
  }

  @Test
  void thePlanIsProvenFeasibleAndBetterThanByRuleOfThumb() {
    PlanRequest request = PlanRequest.of("town", town(), limits(15_000, 40, 12));
    Plan plan = PLANNER.optimum(request);
    new PlanCheck(REFERENTIAL, request).check(plan);
    assertThat(plan.proof().optimal()).isTrue();
    assertThat(plan.leftOut()).isEmpty();
    Plan greedy = PLANNER.greedy(request);
    new PlanCheck(REFERENTIAL, request).check(greedy);
    assertThat(greedy.projected().total().point())
        .isLessThanOrEqualTo(plan.projected().total().point());
    assertThat(plan.steps().stream().limit(3).filter(Plan.Step::urgent).count())
        .isGreaterThanOrEqualTo(1);
  }

  @Test
  void everyCandidateLeftOutHasItsReason() {
    PlanRequest request =
        request(limits(4_000, 12, 6), Set.of(), Set.of("identities.protect-staff-mail"));
    Plan plan = PLANNER.plan(request);
    new PlanCheck(REFERENTIAL, request).check(plan);
    Set<String> told = new HashSet<>();
    plan.steps().forEach(s -> told.add(s.measure()));
    plan.leftOut().forEach(l -> told.add(l.measure()));
    List<String> candidates = PLANNER.candidates(town()).stream().map(Measure::id).toList();
    assertThat(told).containsAll(candidates);
    assertThat(plan.leftOut())
        .filteredOn(l -> l.measure().equals("identities.protect-staff-mail"))
        .allSatisfy(l -> assertThat(l.whyNot()).isEqualTo(new WhyNot.Refused("not now")));
    Plan same = PLANNER.optimum(request);
    assertThat(same.steps()).isEqualTo(plan.steps());
  }

  @Test
  void aMeasureLeftOutSurelyEntersAtThePriceThatIsTold() {
    int checked = 0;
    for (Limits limits : List.of(limits(4_000, 25, 12), limits(15_000, 40, 12))) {
      Plan plan = PLANNER.plan(request(limits, Set.of(), Set.of()));
      double total = plan.projected().total().point();
      List<Plan.LeftOut> dear =
          plan.leftOut().stream().filter(PlanningTest::hasAPrice).limit(10).toList();
      for (Plan.LeftOut out : dear) {
        WhyNot.TooExpensive why = (WhyNot.TooExpensive) out.whyNot();
        assertThat(why.threshold()).isEqualTo(Plan.Threshold.AT_LEAST);
        Referential cheaper = priced(out.measure(), why.entersAt(), why.cost());
        Plan with = new Planner(cheaper).optimum(request(limits, Set.of(out.measure()), Set.of()));
        assertThat(with.projected().total().point())
            .as("%s at %s", out.measure(), why.entersAt())
            .isGreaterThanOrEqualTo(total - 1e-6);
        checked++;
      }
    }
    assertThat(checked).isGreaterThanOrEqualTo(15);
  }

  private static boolean hasAPrice(Plan.LeftOut out) {
    return out.whyNot() instanceof WhyNot.TooExpensive why
        && why.entersAt().cents() > 0
        && why.cost().cents() > why.entersAt().cents();
  }

  /// The referential with one measure at a part of its price, rounded down.
  private static Referential priced(String id, Money now, Money before) {
    Map<String, Measure> measures = new LinkedHashMap<>(REFERENTIAL.measures());
    Map<BodySize, Cost> costs = new EnumMap<>(BodySize.class);
    Measure was = REFERENTIAL.measure(id).orElseThrow();
    was.costs()
        .forEach((size, cost) ->
            costs.put(
                size,
                new Cost(
                    part(cost.setup(), now, before),
                    part(cost.yearly(), now, before),
                    cost.days())));
    measures.put(
        id,
        new Measure(
            was.id(),
            was.theme(),
            was.name(),
            was.description(),
            was.firstStep(),
            costs,
            was.months(),
            was.prerequisites(),
            was.pooling(),
            was.effects(),
            was.evidence(),
            was.references()));
    return new Referential(
        REFERENTIAL.version(),
        REFERENTIAL.scale(),
        REFERENTIAL.themes(),
        REFERENTIAL.questions(),
        measures);
  }

  private static Money part(Money whole, Money now, Money before) {
    return new Money(whole.cents() * now.cents() / before.cents());
  }

  @Test
  void theCurveRisesToWhatEverythingUsefulReaches() {
    PlanRequest request = PlanRequest.of("town", town(), limits(0, 60, 24));
    List<Planner.BudgetPoint> curve = PLANNER.curve(request, 4);
    assertThat(curve).hasSize(4);
    assertThat(curve.getFirst().budget()).isEqualTo(Money.ZERO);
    for (int i = 1; i < curve.size(); i++) {
      assertThat(curve.get(i).budget()).isGreaterThan(curve.get(i - 1).budget());
      assertThat(curve.get(i).point()).isGreaterThanOrEqualTo(curve.get(i - 1).point());
    }
    Plan free = PLANNER.optimum(PlanRequest.of("town", town(), limits(100_000_000, 60, 24)));
    assertThat(curve.getLast().point()).isCloseTo(free.projected().total().point(), within(1e-6));
  }

  @Test
  void forcedMeasuresThatDoNotFitSayWhichLimitBreaksAndByHowMuch() {
    Measure dear = dearest();
    Money cost = new Money(PlanMeasure.overHorizon(dear.cost(BodySize.SMALL), 12));
    Set<String> forced = Set.of(dear.id());
    assertThatThrownBy(() -> PLANNER.plan(request(limits(0, 1_000, 24), forced, Set.of())))
        .isInstanceOfSatisfying(
            PlanImpossible.class,
            e -> {
              assertThat(e.text().fr()).contains("de plus que le budget");
              assertThat(e.text().en()).contains("more than the budget");
            });
    assertThat(cost).isGreaterThan(Money.ZERO);
    assertThatThrownBy(() -> PLANNER.plan(request(limits(10_000_000, 0, 24), forced, Set.of())))
        .isInstanceOfSatisfying(
            PlanImpossible.class, e -> assertThat(e.text().en()).contains("person-days"));
    assertThatThrownBy(() -> PLANNER.plan(request(limits(10_000_000, 1_000, 0), forced, Set.of())))
        .isInstanceOfSatisfying(
            PlanImpossible.class, e -> assertThat(e.text().en()).contains("horizon of 0 months"));
    assertThatThrownBy(() -> PLANNER.plan(request(limits(10_000_000, 1_000, 24), forced, forced)))
        .isInstanceOfSatisfying(
            PlanImpossible.class, e -> assertThat(e.text().fr()).contains("aussi refusée"));
    assertThatThrownBy(
            () -> PLANNER.plan(request(limits(10_000_000, 1_000, 24), Set.of("no.such"), Set.of())))
        .isInstanceOfSatisfying(
            PlanImpossible.class, e -> assertThat(e.text().fr()).contains("n’existe pas"));
  }

  private static Measure dearest() {
    return REFERENTIAL.measures().values().stream()
        .max(
            java.util.Comparator.comparing(
                m -> PlanMeasure.overHorizon(m.cost(BodySize.SMALL), 12)))
        .orElseThrow();
  }

  @Test
  void severalBodiesShareOneBudget() {
    List<PlanRequest> requests =
        List.of(
            PlanRequest.of("a", town(), limits(1_000_000, 15, 12)),
            PlanRequest.of("b", town(), limits(2_000, 15, 12)));
    var shared = PLANNER.plan(requests, Money.euros(6_000));
    assertThat(shared.spent()).isLessThanOrEqualTo(Money.euros(6_000));
    for (int b = 0; b < 2; b++) {
      new PlanCheck(REFERENTIAL, requests.get(b)).check(shared.plans().get(b));
    }
    double sum = shared.plans().stream().mapToDouble(p -> p.projected().total().point()).sum();
    assertThat(shared.proof().bound()).isGreaterThanOrEqualTo(sum);
  }
}
