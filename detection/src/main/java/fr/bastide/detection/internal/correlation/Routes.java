package fr.bastide.detection.internal.correlation;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.DetectionException;
import fr.bastide.kernel.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which correlations look at which rules and correlations.
final class Routes {

  /// A correlation and which of its rules is meant.
  record Target(Plan plan, int rule) {}

  private final Map<String, List<Target>> targets = new HashMap<>();
  private final Set<String> silent = new HashSet<>();

  Routes(Iterable<Plan> plans) {
    Set<String> loud = new HashSet<>();
    for (Plan plan : plans) {
      List<String> rules = plan.correlation.rules();
      for (int i = 0; i < rules.size(); i++) {
        String id = rules.get(i);
        if (rules.indexOf(id) == i) {
          targets.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Target(plan, i));
        }
        (plan.correlation.generate() ? loud : silent).add(id);
      }
    }
    silent.removeAll(loud);
  }

  List<Target> of(String id) {
    return targets.getOrDefault(id, List.of());
  }

  boolean alone(String id) {
    return !silent.contains(id);
  }

  /// Refuses correlations that look at each other in a circle: takes away, again and again, those
  /// that look at none that is left.
  static void refuseCircles(List<Correlation> correlations) {
    Map<String, Integer> waiting = new LinkedHashMap<>();
    Map<String, List<String>> lookers = new HashMap<>();
    correlations.forEach(correlation -> waiting.put(correlation.info().id(), 0));
    for (Correlation correlation : correlations) {
      for (String rule : Set.copyOf(correlation.rules())) {
        if (waiting.containsKey(rule)) {
          waiting.merge(correlation.info().id(), 1, Integer::sum);
          lookers.computeIfAbsent(rule, _ -> new ArrayList<>()).add(correlation.info().id());
        }
      }
    }
    Deque<String> free = new ArrayDeque<>();
    waiting.forEach((id, count) -> {
      if (count == 0) {
        free.add(id);
      }
    });
    int left = waiting.size();
    while (!free.isEmpty()) {
      left--;
      for (String looker : lookers.getOrDefault(free.remove(), List.of())) {
        if (waiting.merge(looker, -1, Integer::sum) == 0) {
          free.add(looker);
        }
      }
    }
    if (left > 0) {
      throw circle(waiting);
    }
  }

  private static DetectionException circle(Map<String, Integer> waiting) {
    String one = "";
    for (Map.Entry<String, Integer> entry : waiting.entrySet()) {
      one = entry.getValue() > 0 && one.isEmpty() ? entry.getKey() : one;
    }
    return new DetectionException(
        new Text(
            "Des corrélations se renvoient l’une à l’autre, dont «\u00a0"
                + one
                + "\u00a0»\u00a0: retirez l’un des renvois.",
            "Correlations refer to each other in a circle, '"
                + one
                + "' among them: remove one of the references."));
  }
}
