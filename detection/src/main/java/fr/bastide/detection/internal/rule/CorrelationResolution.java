package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.Place;
import fr.bastide.detection.Refusal;
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

/// Resolves what correlations name, and finds the circles among them.
final class CorrelationResolution {

  private static final int MAX_SHOWN = 8;

  private final Names names;
  private final List<Refusal> refusals;
  private final Map<String, Correlation> open = new LinkedHashMap<>();

  CorrelationResolution(Names names, List<Refusal> refusals) {
    this.names = names;
    this.refusals = refusals;
  }

  /// The correlations whose references all stand for something, each after those it looks at.
  List<Correlation> resolve(List<CorrelationDraft> drafts) {
    Set<String> lost = new HashSet<>();
    for (CorrelationDraft draft : drafts) {
      resolve(draft, lost);
    }
    Map<String, List<String>> waiting = waiting();
    withdraw(lost, waiting);
    List<Correlation> ordered = ordered(waiting);
    ordered.forEach(correlation -> open.remove(correlation.info().id()));
    refuseCircles();
    return ordered;
  }

  private void resolve(CorrelationDraft draft, Set<String> lost) {
    List<String> rules = new ArrayList<>();
    for (Reference reference : draft.rules()) {
      String id = names.resolve(reference.name());
      if (id.isEmpty()) {
        lost.add(draft.info().id());
        refuse(draft, reference);
        return;
      }
      if (!rules.contains(id)) {
        rules.add(id);
      }
    }
    Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
    for (Map.Entry<String, Map<Reference, String>> alias : draft.aliases().entrySet()) {
      Map<String, String> fields = new LinkedHashMap<>();
      for (Map.Entry<Reference, String> field : alias.getValue().entrySet()) {
        String id = names.resolve(field.getKey().name());
        if (id.isEmpty()) {
          lost.add(draft.info().id());
          refuse(draft, field.getKey());
          return;
        }
        fields.put(id, field.getValue());
      }
      aliases.put(alias.getKey(), Map.copyOf(fields));
    }
    open.put(draft.info().id(), correlation(draft, rules, aliases));
  }

  private static Correlation correlation(
      CorrelationDraft draft, List<String> rules, Map<String, Map<String, String>> aliases) {
    return new Correlation(
        draft.info(),
        draft.kind(),
        rules,
        draft.groupBy(),
        aliases,
        draft.span(),
        draft.condition().field(),
        draft.condition().percentile(),
        draft.condition().thresholds(),
        draft.generate());
  }

  private void refuse(CorrelationDraft draft, Reference reference) {
    Place place = new Place(draft.info().place().file(), reference.line());
    refusals.add(new Refusal(place, draft.info().title(), names.unresolved(reference)));
  }

  /// For each correlation that is looked at, those that look at it.
  private Map<String, List<String>> waiting() {
    Map<String, List<String>> waiting = new HashMap<>();
    for (Correlation correlation : open.values()) {
      for (String rule : correlation.rules()) {
        waiting.computeIfAbsent(rule, _ -> new ArrayList<>()).add(correlation.info().id());
      }
    }
    return waiting;
  }

  /// Refuses what looks at a correlation that was refused.
  private void withdraw(Set<String> lost, Map<String, List<String>> waiting) {
    Deque<String> next = new ArrayDeque<>(lost);
    while (!next.isEmpty()) {
      String id = next.pop();
      for (String dependent : waiting.getOrDefault(id, List.of())) {
        Correlation correlation = open.remove(dependent);
        if (correlation != null) {
          next.push(dependent);
          refusals.add(
              new Refusal(
                  correlation.info().place(),
                  correlation.info().title(),
                  names.unresolved(new Reference(id, 0))));
        }
      }
    }
  }

  private List<Correlation> ordered(Map<String, List<String>> waiting) {
    Map<String, Integer> missing = new HashMap<>();
    Deque<String> ready = new ArrayDeque<>();
    for (Correlation correlation : open.values()) {
      int count = (int) correlation.rules().stream().filter(open::containsKey).count();
      missing.put(correlation.info().id(), count);
      if (count == 0) {
        ready.add(correlation.info().id());
      }
    }
    List<Correlation> ordered = new ArrayList<>();
    while (!ready.isEmpty()) {
      String id = ready.remove();
      Correlation correlation = open.get(id);
      if (correlation == null) {
        continue;
      }
      ordered.add(correlation);
      for (String dependent : waiting.getOrDefault(id, List.of())) {
        if (missing.merge(dependent, -1, Integer::sum) == 0) {
          ready.add(dependent);
        }
      }
    }
    return ordered;
  }

  private void refuseCircles() {
    for (Correlation correlation : open.values()) {
      List<String> circle = circle(correlation);
      String shown =
          String.join(" → ", circle.subList(0, Math.min(circle.size(), MAX_SHOWN)))
              + (circle.size() > MAX_SHOWN ? " → …" : "");
      refusals.add(
          new Refusal(
              correlation.info().place(),
              correlation.info().title(),
              new Text(
                  "Ces corrélations se regardent en cercle\u00a0: "
                      + shown
                      + "\u202f; ôtez une des "
                      + "références.",
                  "These correlations look at each other in a circle: "
                      + shown
                      + "; take one of the references away.")));
    }
  }

  /// The circle this correlation leads into, its first member named again at the end.
  private List<String> circle(Correlation start) {
    Map<String, Integer> steps = new LinkedHashMap<>();
    Correlation here = start;
    while (true) {
      String id = here.info().id();
      Integer seen = steps.putIfAbsent(id, steps.size());
      if (seen != null) {
        List<String> circle =
            new ArrayList<>(new ArrayList<>(steps.keySet()).subList(seen, steps.size()));
        circle.add(id);
        return circle.stream().map(Refused::clip).toList();
      }
      Correlation next = null;
      for (String rule : here.rules()) {
        next = next == null ? open.get(rule) : next;
      }
      if (next == null) {
        return List.of(id);
      }
      here = next;
    }
  }
}
