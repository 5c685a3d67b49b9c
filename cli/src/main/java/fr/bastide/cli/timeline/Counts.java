package fr.bastide.cli.timeline;

import fr.bastide.cli.alert.AlertFacts;
import fr.bastide.detection.Level;
import fr.bastide.detection.RuleInfo;
import fr.bastide.telemetry.Event;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts every alert, those too that the page leaves out.
final class Counts {

  private static final int MOST_RULES = 20_000;

  final Tally hosts = new Tally();
  final Tally tactics = new Tally();
  final Tally techniques = new Tally();
  final Rhythm rhythm = new Rhythm();
  final Map<Level, Long> levels = new EnumMap<>(Level.class);
  private final Map<String, RuleInfo> rules = new LinkedHashMap<>();
  private final Map<String, Long> byRule = new HashMap<>();
  private long total;
  private long first = Event.NO_TIME;
  private long last = Event.NO_TIME;

  void add(RuleInfo rule, String host, long time) {
    total++;
    levels.merge(rule.level(), 1L, Long::sum);
    if (!host.isEmpty()) {
      hosts.add(host, rule.level());
    }
    AlertFacts.tactics(rule).forEach(tactic -> tactics.add(tactic, rule.level()));
    AlertFacts.techniques(rule).forEach(technique -> techniques.add(technique, rule.level()));
    rhythm.add(time, rule.level());
    if (byRule.size() < MOST_RULES || byRule.containsKey(rule.id())) {
      rules.putIfAbsent(rule.id(), rule);
      byRule.merge(rule.id(), 1L, Long::sum);
    }
    if (time != Event.NO_TIME) {
      first = first == Event.NO_TIME ? time : Math.min(first, time);
      last = last == Event.NO_TIME ? time : Math.max(last, time);
    }
  }

  /// The rules that alerted, by id, in the order of their first alerts.
  Map<String, RuleInfo> rules() {
    return rules;
  }

  long of(RuleInfo rule) {
    return byRule.getOrDefault(rule.id(), 0L);
  }

  long of(Level level) {
    return levels.getOrDefault(level, 0L);
  }

  long total() {
    return total;
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }
}
