package fr.bastide.assessment.internal;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Pooling;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.PlanRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether enough bodies of a territory take what they pay as bought together.
final class PlanPooling {

  private PlanPooling() {}

  /// The measures that some plan has at the price of a purchase together while too few plans have
  /// them: those of the territory at that price, and those outside it that the body says it buys
  /// with.
  static Set<String> lacking(
      Referential referential, List<PlanRequest> requests, List<Plan> plans) {
    Map<String, Long> buyers =
        plans.stream()
            .flatMap(plan -> plan.steps().stream())
            .filter(Plan.Step::pooled)
            .collect(Collectors.groupingBy(Plan.Step::measure, Collectors.counting()));
    Set<String> lacking = new HashSet<>();
    for (int i = 0; i < plans.size(); i++) {
      int outside = Math.max(0, requests.get(i).pooledWith() - requests.size());
      for (Plan.Step step : plans.get(i).steps()) {
        if (step.pooled()
            && buyers.getOrDefault(step.measure(), 0L) + outside
                < fromBodies(referential, step.measure())) {
          lacking.add(step.measure());
        }
      }
    }
    return lacking;
  }

  /// Every measure that can be bought together.
  static Set<String> all(Referential referential) {
    return referential.measures().values().stream()
        .filter(measure -> measure.pooling().isPresent())
        .map(Measure::id)
        .collect(Collectors.toSet());
  }

  private static int fromBodies(Referential referential, String measure) {
    return referential
        .measure(measure)
        .flatMap(Measure::pooling)
        .map(Pooling::fromBodies)
        .orElse(1);
  }
}
