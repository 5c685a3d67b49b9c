package fr.bastide.assessment.internal;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.plan.Plan.WhyNot;
import fr.bastide.assessment.plan.PlanRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Why measures cannot be taken at all, whatever one pays.
final class PlanBarriers {

  private PlanBarriers() {}

  /// The barriers before the measures of a request, by identifier.
  static Map<String, WhyNot> all(
      Referential referential, PlanRequest request, Map<String, PlanMeasure> priced) {
    Map<String, WhyNot> own = new HashMap<>();
    for (PlanMeasure measure : priced.values()) {
      String refusal = request.refused().get(measure.id());
      if (refusal != null) {
        own.put(measure.id(), new WhyNot.Refused(refusal));
      } else if (measure.path() > request.limits().months()) {
        own.put(measure.id(), new WhyNot.TooLong(measure.path()));
      }
    }
    Map<String, WhyNot> barriers = new HashMap<>(own);
    for (PlanMeasure measure : priced.values()) {
      if (!own.containsKey(measure.id())) {
        blocked(measure, priced, referential, own)
            .ifPresent(id -> barriers.put(measure.id(), new WhyNot.NeedsRefused(id)));
      }
    }
    return barriers;
  }

  /// A measure that this one needs, directly or not, and that cannot be taken.
  private static Optional<String> blocked(
      PlanMeasure measure,
      Map<String, PlanMeasure> priced,
      Referential referential,
      Map<String, WhyNot> own) {
    for (String id : measure.measure().prerequisites()) {
      PlanMeasure needed = priced.get(id);
      boolean unknown = referential.measure(id).isEmpty();
      if (own.containsKey(id) || unknown) {
        return Optional.of(id);
      }
      if (needed != null) {
        Optional<String> deeper = blocked(needed, priced, referential, own);
        if (deeper.isPresent()) {
          return deeper;
        }
      }
    }
    return Optional.empty();
  }
}
