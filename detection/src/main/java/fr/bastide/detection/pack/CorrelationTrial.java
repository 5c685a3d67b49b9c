package fr.bastide.detection.pack;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.Evaluation;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleBook;
import fr.bastide.detection.correlation.Bounds;
import fr.bastide.detection.correlation.Correlator;
import fr.bastide.telemetry.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Runs one correlation of a book, with what it stands on and nothing else, over a sequence.
final class CorrelationTrial {

  private final Map<String, Rule> rules = new HashMap<>();
  private final Map<String, Correlation> correlations = new HashMap<>();

  CorrelationTrial(RuleBook book) {
    book.rules().forEach(rule -> rules.put(rule.info().id(), rule));
    book.correlations().forEach(each -> correlations.put(each.info().id(), each));
  }

  /// What came of it.
  ///
  /// @param fired whether the correlation did
  /// @param matches which rules matched an event
  record Outcome(boolean fired, Set<String> matches) {}

  /// Runs a correlation over events in their order.
  Outcome run(String id, Collection<Event> events, SampleEvents made) {
    List<Correlation> above = new ArrayList<>();
    List<Rule> below = new ArrayList<>();
    gather(id, above, below);
    Set<String> opened = new HashSet<>();
    Set<String> matches = new LinkedHashSet<>();
    Correlator correlator =
        new Correlator(
            made.names(),
            made.origins(),
            above,
            Bounds.standard(),
            episode -> opened.add(episode.alert().rule().id()),
            trouble -> {});
    for (Event event : events) {
      List<Rule> matching = below.stream().filter(r -> Evaluation.matches(r, event)).toList();
      matching.forEach(rule -> matches.add(rule.info().title()));
      correlator.match(event, matching);
    }
    correlator.finish();
    return new Outcome(opened.contains(id), matches);
  }

  private void gather(String id, List<Correlation> above, List<Rule> below) {
    Map<String, Correlation> found = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (!seen.add(next)) {
        continue;
      }
      Correlation correlation = correlations.get(next);
      Rule rule = rules.get(next);
      if (correlation != null) {
        found.put(next, correlation);
        correlation.rules().forEach(open::push);
      } else if (rule != null) {
        below.add(rule);
      }
    }
    above.addAll(found.values());
  }
}
