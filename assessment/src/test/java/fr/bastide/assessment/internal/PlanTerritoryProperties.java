package fr.bastide.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.PlanRequest;
import fr.bastide.assessment.plan.TerritoryPlan;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Plans of several bodies under one budget. `-Dplan.seed=N` starts elsewhere.
class PlanTerritoryProperties {

  private static final long SEED = Long.getLong("plan.seed", 20260401L);

  /// The gap the planner promises, relative to the sum.
  private static final double GAP = 1e-4;

  @Test
  void noSharingBeatsTheOptimumOfSmallTerritories() {
    for (int c = 0; c < 60; c++) {
      long seed = SEED + c;
      Random random = new Random(seed);
      PlanWorld world = new PlanWorld(random);
      Referential referential = world.referential(3, 9, 4 + random.nextInt(3));
      List<PlanRequest> requests = new ArrayList<>();
      long whole = 0;
      for (int b = 0; b < 3; b++) {
        BodySize size = BodySize.values()[random.nextInt(4)];
        Limits limits = world.limits(referential, size, 0.9);
        requests.add(PlanRequest.of("body " + b, world.sheet(referential, size, 0.4), limits));
        whole += limits.budget().cents();
      }
      Money common = new Money((long) (whole * random.nextDouble() * 0.6));
      TerritoryPlan plan = Planning.of(referential).plan(requests, common);
      double best = best(referential, requests, common);
      double sum = 0;
      for (int b = 0; b < requests.size(); b++) {
        new PlanCheck(referential, requests.get(b)).check(plan.plans().get(b));
        sum += plan.plans().get(b).projected().total().point();
      }
      String reproduce = "-Dplan.seed=" + seed;
      assertThat(plan.spent()).as(reproduce).isLessThanOrEqualTo(common);
      assertThat(plan.proof().bound()).as(reproduce).isGreaterThanOrEqualTo(best - 1e-7);
      assertThat(sum).as(reproduce).isLessThanOrEqualTo(best + 1e-7);
      assertThat(sum + plan.proof().gap()).as(reproduce).isGreaterThanOrEqualTo(best - 1e-7);
    }
  }

  /// The best sum of scores, by trying every way to combine every body's plans.
  private static double best(Referential referential, List<PlanRequest> requests, Money common) {
    TreeMap<Long, Double> reached = new TreeMap<>();
    reached.put(0L, 0.0);
    for (PlanRequest request : requests) {
      TreeMap<Long, Double> next = new TreeMap<>();
      everyPlan(referential, request)
          .forEach((cents, total) ->
              reached.forEach((spent, sum) -> next.merge(spent + cents, sum + total, Math::max)));
      reached.clear();
      reached.putAll(next.headMap(common.cents(), true));
    }
    return reached.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /// The best score for each cost of a feasible plan.
  private static TreeMap<Long, Double> everyPlan(Referential referential, PlanRequest request) {
    PlanCheck check = new PlanCheck(referential, request);
    List<String> ids = List.copyOf(new TreeSet<>(referential.measures().keySet()));
    TreeMap<Long, Double> plans = new TreeMap<>();
    for (int bits = 0; bits < 1 << ids.size(); bits++) {
      Set<String> plan = new HashSet<>();
      for (int m = 0; m < ids.size(); m++) {
        if ((bits >> m & 1) == 1) {
          plan.add(ids.get(m));
        }
      }
      if (check.feasible(plan)) {
        long cents = check.spent(plan).movePointRight(2).longValueExact();
        plans.merge(cents, check.total(plan), Math::max);
      }
    }
    return plans;
  }

  @Test
  void aTerritoryIsPlannedWithinTheGapPromisedAndBetterThanByRuleOfThumb() {
    Random random = new Random(SEED);
    PlanWorld world = new PlanWorld(random);
    Referential referential = world.referential(14, 95, 74);
    List<PlanRequest> requests = new ArrayList<>();
    List<PlanRequest> alone = new ArrayList<>();
    Money share = Money.euros(12_000);
    for (int b = 0; b < 30; b++) {
      BodySize size = BodySize.values()[random.nextInt(3)];
      int days = 30 + random.nextInt(60);
      var sheet = world.sheet(referential, size, random.nextDouble() * 0.8);
      Optional<Money> none = Optional.empty();
      requests.add(
          PlanRequest.of(
              "body " + b, sheet, new Limits(Money.euros(1_000_000), none, none, days, 24)));
      alone.add(PlanRequest.of("body " + b, sheet, new Limits(share, none, none, days, 24)));
    }
    Planning planning = Planning.of(referential);
    TerritoryPlan plan = planning.plan(requests, share.times(requests.size()));
    double sum = sum(plan.plans());
    assertThat(plan.proof().gap()).isLessThanOrEqualTo(GAP * sum);
    assertThat(plan.spent()).isLessThanOrEqualTo(share.times(requests.size()));
    double thumb = sum(alone.stream().map(planning::greedy).toList());
    assertThat(thumb).isLessThan(sum);
  }

  private static double sum(List<Plan> plans) {
    return plans.stream().mapToDouble(p -> p.projected().total().point()).sum();
  }
}
