package fr.bastide.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.PlanRequest;
import fr.bastide.assessment.plan.TerritoryPlan;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Money;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Purchases together in a territory: nobody pays less because of buyers who do not exist.
/// `-Dplan.seed=N` starts elsewhere.
class PlanPoolingProperties {

  private static final long SEED = Long.getLong("plan.seed", 20260401L);

  /// Two bodies, and how many they say they buy with.
  private record Pair(Referential referential, List<PlanRequest> requests) {

    int outside() {
      return Math.max(0, requests.getFirst().pooledWith() - requests.size());
    }

    int fromBodies(String measure) {
      return referential
          .measure(measure)
          .flatMap(Measure::pooling)
          .map(pooling -> pooling.fromBodies())
          .orElse(Integer.MAX_VALUE);
    }

    /// The price of a measure for one of the bodies, when so many of them take it.
    long cents(int body, String measure, long takers) {
      PlanRequest asked = requests.get(body);
      int together = takers + outside() >= fromBodies(measure) ? asked.pooledWith() : 1;
      PlanRequest priced =
          new PlanRequest(
              asked.name(),
              asked.sheet(),
              asked.limits(),
              asked.done(),
              asked.refused(),
              asked.forced(),
              together);
      return new PlanCheck(referential, priced)
          .spent(Set.of(measure))
          .movePointRight(2)
          .longValueExact();
    }
  }

  @Test
  void whatTooFewTakeIsPaidInFullAndTheBoundHolds() {
    int inFull = 0;
    int together = 0;
    for (int c = 0; c < 60; c++) {
      Random random = new Random(SEED + c);
      Pair pair = pair(random, new PlanWorld(random));
      long all = 0;
      for (int b = 0; b < 2; b++) {
        for (String id : pair.referential().measures().keySet()) {
          all += pair.cents(b, id, 0);
        }
      }
      Money common = new Money((long) (all * random.nextDouble() * 0.6));
      TerritoryPlan plan = Planning.of(pair.referential()).plan(pair.requests(), common);
      String reproduce = "-Dplan.seed=" + (SEED + c);
      long spent = 0;
      double sum = 0;
      for (int b = 0; b < 2; b++) {
        sum += plan.plans().get(b).projected().total().point();
        for (Plan.Step step : plan.plans().get(b).steps()) {
          long takers = takers(plan, step.measure());
          if (step.pooled()) {
            assertThat(takers + pair.outside())
                .as(reproduce)
                .isGreaterThanOrEqualTo(pair.fromBodies(step.measure()));
            together++;
          }
          spent += pair.cents(b, step.measure(), step.pooled() ? takers : -9);
        }
      }
      inFull += plan.fullPrice().size();
      double best = best(pair, common.cents());
      assertThat(plan.spent().cents()).as(reproduce).isEqualTo(spent);
      assertThat(plan.spent()).as(reproduce).isLessThanOrEqualTo(common);
      assertThat(sum).as(reproduce).isLessThanOrEqualTo(best + 1e-7);
      assertThat(plan.proof().bound()).as(reproduce).isGreaterThanOrEqualTo(best - 1e-7);
      assertThat(plan.proof().gap()).as(reproduce).isGreaterThanOrEqualTo(best - sum - 1e-7);
    }
    assertThat(inFull).isPositive();
    assertThat(together).isPositive();
  }

  private static Pair pair(Random random, PlanWorld world) {
    Referential referential = world.referential(3, 9, 5);
    int together = 2 + random.nextInt(3);
    List<PlanRequest> requests =
        IntStream.range(0, 2)
            .mapToObj(b -> {
              BodySize size = BodySize.values()[random.nextInt(4)];
              Limits limits =
                  new Limits(
                      Money.euros(10_000_000), Optional.empty(), Optional.empty(), 100_000, 60);
              return new PlanRequest(
                  "body " + b,
                  world.sheet(referential, size, 0.3),
                  limits,
                  Set.of(),
                  Map.of(),
                  Set.of(),
                  together);
            })
            .toList();
    return new Pair(referential, requests);
  }

  private static long takers(TerritoryPlan plan, String measure) {
    return plan.plans().stream()
        .flatMap(one -> one.steps().stream())
        .filter(step -> step.measure().equals(measure) && step.pooled())
        .count();
  }

  /// The best sum of scores, by trying every pair of plans at the prices it really makes.
  private static double best(Pair pair, long common) {
    Map<Set<String>, Double> ones = everyPlan(pair, 0);
    Map<Set<String>, Double> others = everyPlan(pair, 1);
    Map<String, Long> prices = new HashMap<>();
    for (int b = 0; b < 2; b++) {
      for (String id : pair.referential().measures().keySet()) {
        prices.put(b + " 1 " + id, pair.cents(b, id, 1));
        prices.put(b + " 2 " + id, pair.cents(b, id, 2));
      }
    }
    double[] best = {0};
    ones.forEach((one, first) ->
        others.forEach((other, second) -> {
          long cents = 0;
          for (String id : one) {
            cents += prices.getOrDefault("0 " + (other.contains(id) ? 2 : 1) + " " + id, 0L);
          }
          for (String id : other) {
            cents += prices.getOrDefault("1 " + (one.contains(id) ? 2 : 1) + " " + id, 0L);
          }
          if (cents <= common) {
            best[0] = Math.max(best[0], first + second);
          }
        }));
    return best[0];
  }

  private static Map<Set<String>, Double> everyPlan(Pair pair, int body) {
    PlanCheck check = new PlanCheck(pair.referential(), pair.requests().get(body));
    List<String> ids = List.copyOf(new TreeSet<>(pair.referential().measures().keySet()));
    Map<Set<String>, Double> plans = new HashMap<>();
    for (int bits = 0; bits < 1 << ids.size(); bits++) {
      Set<String> plan = new HashSet<>();
      for (int m = 0; m < ids.size(); m++) {
        if ((bits >> m & 1) == 1) {
          plan.add(ids.get(m));
        }
      }
      if (check.feasible(plan)) {
        plans.put(plan, check.total(plan));
      }
    }
    return plans;
  }
}
