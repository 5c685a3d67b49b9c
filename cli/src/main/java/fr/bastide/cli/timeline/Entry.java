package fr.bastide.cli.timeline;

import fr.bastide.detection.RuleInfo;
import fr.bastide.telemetry.Event;
import java.util.ArrayList;
import java.util.List;

/// One line of the timeline: alerts of one rule on one machine, one soon after another, or one
/// episode of a correlation.
final class Entry {

  private static final int MOST_EXAMPLES = 3;

  private final RuleInfo rule;
  private final String tenant;
  private final String host;
  private final String group;
  private final List<Example> examples = new ArrayList<>();
  private long first;
  private long last;
  private long count;
  private boolean detailed = true;

  private Entry(RuleInfo rule, String tenant, String host, String group, long time) {
    this.rule = rule;
    this.tenant = tenant;
    this.host = host;
    this.group = group;
    this.first = time;
    this.last = time;
  }

  /// Alerts of a rule on a machine; none yet.
  static Entry run(RuleInfo rule, String tenant, String host, long time) {
    return new Entry(rule, tenant, host, "", time);
  }

  /// An episode of a correlation.
  static Entry episode(
      RuleInfo rule, String tenant, String group, long first, long last, long count) {
    Entry entry = new Entry(rule, tenant, "", group, first);
    entry.last = last;
    entry.count = count;
    return entry;
  }

  RuleInfo rule() {
    return rule;
  }

  String tenant() {
    return tenant;
  }

  /// The machine; empty for a correlation, or when the events name none.
  String host() {
    return host;
  }

  /// What a correlation was grouped by.
  String group() {
    return group;
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  long count() {
    return count;
  }

  List<Example> examples() {
    return examples;
  }

  /// Whether explanations and records are on the page.
  boolean detailed() {
    return detailed;
  }

  void withoutDetails() {
    detailed = false;
  }

  /// Counts one more alert.
  void add(long time) {
    count++;
    if (time != Event.NO_TIME) {
      first = first == Event.NO_TIME ? time : Math.min(first, time);
      last = last == Event.NO_TIME ? time : Math.max(last, time);
    }
  }

  /// Whether another example would be shown.
  boolean wantsExample() {
    return examples.size() < MOST_EXAMPLES;
  }

  /// Shows an event, unless one with the same matched values is shown already.
  void show(Example example) {
    for (Example shown : examples) {
      if (!shown.fields().isEmpty() && shown.fields().equals(example.fields())) {
        return;
      }
    }
    examples.add(example);
  }

  /// Shows an event that led to a correlation.
  void lead(Example example) {
    examples.add(example);
  }

  /// Takes in what comes right after, of the same rule and machine.
  void join(Entry next) {
    count += next.count;
    last = Math.max(last, next.last);
    next.examples.forEach(example -> {
      if (wantsExample()) {
        show(example);
      }
    });
  }

  /// About how many characters its details take.
  int weight() {
    return examples.stream().mapToInt(Example::weight).sum();
  }
}
