package fr.bastide.cli;

import fr.bastide.cli.alert.AlertFacts;
import fr.bastide.cli.alert.AlertSink;
import fr.bastide.detection.EventHost;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleInfo;
import fr.bastide.detection.correlation.Episode;
import fr.bastide.detection.match.Detector;
import fr.bastide.detection.rule.RuleLibrary;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.FieldNames;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Gathers what a new rule would have done on old logs, and which of the events other rules see
/// already.
final class Backtest implements AlertSink {

  private static final int MOST_VALUES = 10_000;
  private static final int MOST_EXAMPLES = 3;
  private static final int MOST_CHARS = 200;
  private static final String HOST = "host";

  /// One event that would have been an alert.
  record Shown(long time, String file, Map<String, String> fields) {}

  /// What one rule did.
  static final class Outcome {
    final RuleInfo rule;
    final Map<LocalDate, Long> days = new TreeMap<>();
    final Map<String, Map<String, Long>> values = new LinkedHashMap<>();
    final Map<String, Long> seenBy = new LinkedHashMap<>();
    final Set<String> full = new HashSet<>();
    final List<Shown> examples = new ArrayList<>();
    long alerts;
    long alreadySeen;

    Outcome(RuleInfo rule) {
      this.rule = rule;
    }

    private void value(String field, String value) {
      Map<String, Long> counts = values.computeIfAbsent(field, f -> new LinkedHashMap<>());
      if (counts.size() < MOST_VALUES || counts.containsKey(value)) {
        counts.merge(value, 1L, Long::sum);
      } else {
        full.add(field);
      }
    }
  }

  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private final Set<String> tried = new HashSet<>();
  private final Detector.Session others;
  private final List<Rule> also = new ArrayList<>();
  private final boolean compared;
  private final ZoneId zone;

  /// @param tried the new rules
  /// @param others the rules to compare with; none when there is nothing to compare
  Backtest(RuleLibrary tried, List<Rule> others, FieldNames names, ZoneId zone) {
    tried.book().rules().forEach(rule -> open(rule.info()));
    tried.book().correlations().forEach(one -> open(one.info()));
    List<Rule> compared =
        others.stream().filter(rule -> !this.tried.contains(rule.info().id())).toList();
    this.others = new Detector(names, compared).session();
    this.compared = !others.isEmpty();
    this.zone = zone;
  }

  private void open(RuleInfo rule) {
    tried.add(rule.id());
    outcomes.put(rule.id(), new Outcome(rule));
  }

  @Override
  public void match(Rule rule, Event event, String file) {
    Outcome outcome = outcomes.computeIfAbsent(rule.info().id(), id -> new Outcome(rule.info()));
    count(outcome, event.time());
    Map<String, String> fields = new LinkedHashMap<>();
    EventHost.of(event).ifPresent(host -> fields.put(HOST, AlertFacts.shown(host, MOST_CHARS)));
    fields.putAll(AlertFacts.fields(rule, event, MOST_CHARS));
    fields.forEach(outcome::value);
    if (outcome.examples.size() < MOST_EXAMPLES) {
      outcome.examples.add(new Shown(event.time(), file, fields));
    }
    also.clear();
    others.match(event, also::add);
    also.forEach(other -> outcome.seenBy.merge(other.info().title(), 1L, Long::sum));
    if (!also.isEmpty()) {
      outcome.alreadySeen++;
    }
  }

  @Override
  public void episode(Episode episode) {
    RuleInfo rule = episode.alert().rule();
    if (episode.stage() != Episode.Stage.OPENED) {
      return;
    }
    Outcome outcome = outcomes.computeIfAbsent(rule.id(), id -> new Outcome(rule));
    count(outcome, episode.alert().time());
    Map<String, String> fields = new LinkedHashMap<>();
    for (String word : episode.alert().group()) {
      int equal = word.indexOf('=');
      if (equal > 0) {
        fields.put(
            word.substring(0, equal), AlertFacts.shown(word.substring(equal + 1), MOST_CHARS));
      }
    }
    fields.forEach(outcome::value);
    if (outcome.examples.size() < MOST_EXAMPLES) {
      outcome.examples.add(new Shown(episode.alert().time(), "", fields));
    }
  }

  private void count(Outcome outcome, long time) {
    outcome.alerts++;
    if (time != Event.NO_TIME) {
      LocalDate day = AlertFacts.instant(time).atZone(zone).toLocalDate();
      if (outcome.days.size() < MOST_VALUES || outcome.days.containsKey(day)) {
        outcome.days.merge(day, 1L, Long::sum);
      }
    }
  }

  /// What each rule did, in the order of the rules.
  List<Outcome> outcomes() {
    return List.copyOf(outcomes.values());
  }

  /// Whether there was something to compare with.
  boolean compared() {
    return compared;
  }
}
