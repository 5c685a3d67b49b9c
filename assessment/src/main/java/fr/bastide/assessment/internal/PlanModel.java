package fr.bastide.assessment.internal;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.plan.Plan.WhyNot;
import fr.bastide.assessment.plan.PlanRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// One body's planning problem: the measures it may take, numbered in the order of their
/// identifiers, and what they bring.
final class PlanModel {

  final Referential referential;
  final PlanRequest request;
  final PlanAnswers answers;

  /// The measures that may be taken and bring something, or are needed or forced.
  final PlanMeasure[] measures;

  /// By measure: the measures it needs directly, those already done left out.
  final int[][] needs;

  /// By measure: itself and all it needs.
  final boolean[][] closure;

  /// What the body insists on, with all it needs.
  final boolean[] forced;

  /// Why a measure cannot be taken at all, by identifier.
  final Map<String, WhyNot> barriers;

  private final Map<String, Integer> numbers = new HashMap<>();

  PlanModel(Referential referential, Scoring scoring, PlanRequest request) {
    this(referential, scoring, request, Set.of());
  }

  /// @param fullPrice measures that are not bought together, whatever the request says
  PlanModel(Referential referential, Scoring scoring, PlanRequest request, Set<String> fullPrice) {
    this.referential = referential;
    this.request = request;
    Map<String, PlanMeasure> priced = new TreeMap<>();
    Map<String, Integer> paths = new HashMap<>();
    for (Measure measure : referential.measures().values()) {
      if (!request.done().contains(measure.id())) {
        int path = path(measure, paths);
        boolean together = !fullPrice.contains(measure.id());
        priced.put(measure.id(), PlanMeasure.of(measure, request, path, together));
      }
    }
    barriers = PlanBarriers.all(referential, request, priced);
    List<PlanMeasure> open = new ArrayList<>();
    priced.values().stream().filter(m -> !barriers.containsKey(m.id())).forEach(open::add);
    List<Measure> done =
        referential.measures().values().stream()
            .filter(m -> request.done().contains(m.id()))
            .toList();
    PlanAnswers every =
        new PlanAnswers(scoring, request, done, open.stream().map(PlanMeasure::measure).toList());
    measures = relevant(open, every).toArray(PlanMeasure[]::new);
    answers =
        new PlanAnswers(
            scoring, request, done, List.of(measures).stream().map(PlanMeasure::measure).toList());
    for (int m = 0; m < measures.length; m++) {
      numbers.put(measures[m].id(), m);
    }
    needs = new int[measures.length][];
    for (int m = 0; m < measures.length; m++) {
      needs[m] =
          measures[m].measure().prerequisites().stream()
              .filter(numbers::containsKey)
              .mapToInt(numbers::get)
              .distinct()
              .sorted()
              .toArray();
    }
    closure = new boolean[measures.length][measures.length];
    for (int m = 0; m < measures.length; m++) {
      close(m, closure[m]);
    }
    forced = new boolean[measures.length];
    request.forced().stream()
        .filter(numbers::containsKey)
        .mapToInt(numbers::get)
        .forEach(number -> close(number, forced));
  }

  /// Months from the start of the first prerequisite still to do to the end of this measure.
  private int path(Measure measure, Map<String, Integer> known) {
    Integer found = known.get(measure.id());
    if (found != null) {
      return found;
    }
    int before = 0;
    for (String id : measure.prerequisites()) {
      Measure needed = referential.measures().get(id);
      if (needed != null && !request.done().contains(id)) {
        before = Math.max(before, path(needed, known));
      }
    }
    known.put(measure.id(), before + measure.months());
    return before + measure.months();
  }

  /// Those that better some answer, are forced, or are needed by one of these.
  private List<PlanMeasure> relevant(List<PlanMeasure> open, PlanAnswers every) {
    Map<String, PlanMeasure> byId = new LinkedHashMap<>();
    open.forEach(m -> byId.put(m.id(), m));
    Set<String> kept = new HashSet<>();
    for (int m = 0; m < open.size(); m++) {
      if (every.useful(m) || request.forced().contains(open.get(m).id())) {
        keep(open.get(m), byId, kept);
      }
    }
    return open.stream().filter(m -> kept.contains(m.id())).toList();
  }

  private static void keep(PlanMeasure measure, Map<String, PlanMeasure> byId, Set<String> kept) {
    if (kept.add(measure.id())) {
      for (String id : measure.measure().prerequisites()) {
        PlanMeasure needed = byId.get(id);
        if (needed != null) {
          keep(needed, byId, kept);
        }
      }
    }
  }

  private void close(int m, boolean[] into) {
    if (!into[m]) {
      into[m] = true;
      for (int needed : needs[m]) {
        close(needed, into);
      }
    }
  }

  /// The number of a measure, -1 when it cannot be taken or brings nothing.
  int number(String id) {
    return numbers.getOrDefault(id, -1);
  }

  int size() {
    return measures.length;
  }

  /// These measures without `m` and all that needs it.
  boolean[] without(boolean[] taken, int m) {
    boolean[] rest = taken.clone();
    for (int other = 0; other < rest.length; other++) {
      if (closure[other][m]) {
        rest[other] = false;
      }
    }
    return rest;
  }

  /// These measures with `m` and all it needs.
  boolean[] with(boolean[] taken, int m) {
    boolean[] more = taken.clone();
    for (int other = 0; other < more.length; other++) {
      more[other] |= closure[m][other];
    }
    return more;
  }

  /// The sum of a quantity over the measures taken.
  long sum(boolean[] taken, java.util.function.ToLongFunction<PlanMeasure> quantity) {
    long sum = 0;
    for (int m = 0; m < taken.length; m++) {
      if (taken[m]) {
        sum = Math.addExact(sum, quantity.applyAsLong(measures[m]));
      }
    }
    return sum;
  }
}
