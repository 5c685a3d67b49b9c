package fr.bastide.benchmarks;

import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.PlanRequest;
import fr.bastide.assessment.plan.Planner;
import fr.bastide.assessment.plan.TerritoryPlan;
import fr.bastide.kernel.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plans: one body at a time, then a hundred under one budget, each beside the rule of thumb.
final class PlanningTable {

  private static final int SINGLE = 15;
  private static final int TOGETHER = 100;
  private static final int FEW = 74;
  private static final int RUNS = 5;
  private static final long EUROS = 15_000;

  private PlanningTable() {}

  static void print() {
    Referential all = Referential.builtin();
    for (Referential referential : List.of(all, firstMeasures(all))) {
      Planner planner = new Planner(referential);
      System.out.printf(
          "%d measures, %d questions%n",
          referential.measures().size(), referential.questions().size());
      List<AnswerSheet> sheets = Territory.sheets(referential, TOGETHER, 7);
      single(planner, sheets.subList(0, SINGLE));
      for (int run = 0; run < RUNS; run++) {
        together(planner, sheets);
      }
    }
  }

  /// The same referential with its first measures alone, those that need none of the others.
  private static Referential firstMeasures(Referential all) {
    Map<String, Measure> kept = new LinkedHashMap<>();
    for (Measure measure : all.measures().values()) {
      if (kept.size() < FEW && kept.keySet().containsAll(measure.prerequisites())) {
        kept.put(measure.id(), measure);
      }
    }
    return new Referential(all.version(), all.scale(), all.themes(), all.questions(), kept);
  }

  private static void single(Planner planner, List<AnswerSheet> sheets) {
    long[] millis = new long[sheets.size()];
    int proven = 0;
    double best = 0;
    double greedy = 0;
    for (int i = 0; i < sheets.size(); i++) {
      PlanRequest request = request(i, sheets.get(i));
      long start = System.nanoTime();
      Plan plan = planner.plan(request);
      millis[i] = (System.nanoTime() - start) / 1_000_000;
      proven += plan.proof().optimal() ? 1 : 0;
      best += plan.projected().total().point() - plan.before().total().point();
      greedy += planner.greedy(request).projected().total().point() - plan.before().total().point();
    }
    Arrays.sort(millis);
    System.out.printf(
        "one body, %d runs: median %d ms, worst %d ms, %d proven optimal; gain %.2f points,"
            + " rule of thumb %.2f%n",
        sheets.size(),
        millis[millis.length / 2],
        millis[millis.length - 1],
        proven,
        best / sheets.size(),
        greedy / sheets.size());
  }

  private static void together(Planner planner, List<AnswerSheet> sheets) {
    List<PlanRequest> requests = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      requests.add(request(i, sheets.get(i)));
    }
    long start = System.nanoTime();
    TerritoryPlan plan = planner.plan(requests, Money.euros(EUROS * sheets.size() / 3));
    long millis = (System.nanoTime() - start) / 1_000_000;
    double sum = plan.plans().stream().mapToDouble(p -> p.projected().total().point()).sum();
    double greedy =
        requests.stream()
            .map(request -> planner.greedy(sharing(request)))
            .mapToDouble(p -> p.projected().total().point())
            .sum();
    System.out.printf(
        "%d bodies, one budget: %d ms, sum %.3f points, gap %.5f points (%.5f %%), spent %s;"
            + " rule of thumb on equal shares %.3f%n",
        sheets.size(),
        millis,
        sum,
        plan.proof().gap(),
        100 * plan.proof().gap() / sum,
        plan.spent().toEuros(),
        greedy);
  }

  private static PlanRequest sharing(PlanRequest request) {
    Limits own = request.limits();
    return PlanRequest.of(
        request.name(),
        request.sheet(),
        new Limits(Money.euros(EUROS / 3), own.setup(), own.yearly(), own.days(), own.months()));
  }

  private static PlanRequest request(int number, AnswerSheet sheet) {
    Limits limits = new Limits(Money.euros(EUROS), Optional.empty(), Optional.empty(), 40, 12);
    return PlanRequest.of("body " + number, sheet, limits);
  }
}
