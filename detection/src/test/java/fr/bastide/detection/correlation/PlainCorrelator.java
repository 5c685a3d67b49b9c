package fr.bastide.detection.correlation;

import fr.bastide.detection.CaseFolding;
import fr.bastide.detection.Correlation;
import fr.bastide.detection.Correlation.Kind;
import fr.bastide.detection.Correlation.Threshold;
import fr.bastide.telemetry.Event;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Correlations once more, written from the documentation as plainly as can be: every event is kept
/// for ever, and every window that an event is in is computed from all of them.
final class PlainCorrelator {

  private static final int PATIENCE = 16;

  /// What was told, as text.
  final List<String> told = new ArrayList<>();

  private final List<Correlation> correlations;
  private final long lateness;
  private final Map<String, Group> groups = new HashMap<>();
  private final Map<String, Long> clocks = new HashMap<>();
  private long numbers;
  private boolean justOpened;

  private record Entry(long time, int rule, String value) {}

  private record Held(
      Correlation by, Map<String, List<String>> fields, long time, boolean opened) {}

  private static final class Group {
    final List<Entry> entries = new ArrayList<>();
    int lateRun;
    long episode;
    long low;
    long high;
    long count;
    long toldCount;
    String shown = "";
  }

  PlainCorrelator(List<Correlation> correlations, long lateness) {
    this.correlations = correlations;
    this.lateness = lateness;
  }

  void match(Event event, List<String> rules) {
    String tenant = event.source().tenant();
    long time = event.time() == Event.NO_TIME ? clocks.getOrDefault(tenant, 0L) : event.time();
    clocks.put(tenant, time);
    Deque<Held> pending = new ArrayDeque<>();
    List<String> counted = new ArrayList<>();
    for (String rule : rules) {
      for (Correlation correlation : correlations) {
        String id = correlation.info().id();
        if (correlation.rules().contains(rule) && !counted.contains(id)) {
          boolean did = feed(correlation, rule, event, time, Map.of(), pending);
          if (did && !temporal(correlation)) {
            counted.add(id);
          }
        }
      }
    }
    while (!pending.isEmpty()) {
      Held held = pending.remove();
      for (Correlation correlation : correlations) {
        String id = held.by.info().id();
        if (correlation.rules().contains(id) && (held.opened || temporal(correlation))) {
          feed(correlation, id, event, held.time, held.fields, pending);
        }
      }
    }
  }

  private static boolean temporal(Correlation correlation) {
    return correlation.kind() == Kind.TEMPORAL || correlation.kind() == Kind.TEMPORAL_ORDERED;
  }

  private boolean feed(
      Correlation correlation,
      String rule,
      Event event,
      long time,
      Map<String, List<String>> known,
      Deque<Held> pending) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    StringBuilder key = new StringBuilder(correlation.info().id());
    key.append('|').append(event.source().tenant());
    StringBuilder shown = new StringBuilder();
    for (String name : correlation.groupBy()) {
      String field = correlation.aliases().getOrDefault(name, Map.of()).getOrDefault(rule, name);
      List<String> values = known.containsKey(field) ? known.get(field) : values(event, field);
      if (values.isEmpty()) {
        return false;
      }
      fields.put(name, values);
      key.append('|').append(CaseFolding.fold(values.toString()));
      shown.append(name).append('=').append(String.join(", ", values)).append(';');
    }
    List<String> counting = List.of("");
    if (!correlation.field().isEmpty()) {
      boolean distinct = correlation.kind() == Kind.VALUE_COUNT;
      String of = correlation.field();
      String field = correlation.aliases().getOrDefault(of, Map.of()).getOrDefault(rule, of);
      counting =
          distinct && known.containsKey(field)
              ? List.of(CaseFolding.fold(known.get(field).toString()))
              : counting(event, field, distinct);
    }
    if (counting.isEmpty()) {
      return false;
    }
    Group group = groups.computeIfAbsent(key.toString(), _ -> new Group());
    group.shown = group.shown.isEmpty() ? shown.toString() : group.shown;
    for (String value : counting) {
      Entry entry = new Entry(time, correlation.rules().indexOf(rule), value);
      add(correlation, group, entry, event.source().tenant(), fields, pending);
    }
    return true;
  }

  private static List<String> values(Event event, String field) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < event.size(); i++) {
      if (event.name(i).equals(field)) {
        values.add(event.text(i));
      }
    }
    return values;
  }

  private static List<String> counting(Event event, String field, boolean distinct) {
    List<String> counting = new ArrayList<>();
    for (String value : values(event, field)) {
      if (value.equals("null")) {
        continue;
      }
      if (distinct) {
        counting.add(CaseFolding.fold(List.of(value).toString()));
      } else if (Character.isDigit(value.charAt(value.length() - 1))) {
        counting.add(value);
      }
    }
    return counting;
  }

  private void add(
      Correlation correlation,
      Group group,
      Entry entry,
      String tenant,
      Map<String, List<String>> fields,
      Deque<Held> pending) {
    long newest = group.entries.stream().mapToLong(Entry::time).max().orElse(entry.time);
    if (entry.time < newest - lateness) {
      if (++group.lateRun < PATIENCE) {
        return;
      }
      end(correlation, group, tenant);
      group.entries.clear();
    }
    group.lateRun = 0;
    group.entries.add(entry);
    long span = correlation.span().toNanos() / 1_000;
    TreeSet<Long> anchors = new TreeSet<>();
    group.entries.forEach(e -> anchors.add(e.time));
    for (long anchor : anchors.subSet(entry.time, true, entry.time + span, true)) {
      List<Entry> window =
          group.entries.stream()
              .filter(e -> e.time <= anchor && e.time >= anchor - span)
              .sorted(Comparator.comparingLong(Entry::time).thenComparingInt(Entry::rule))
              .toList();
      if (holds(correlation, window)) {
        held(correlation, group, tenant, anchor, window.size());
        pending.add(new Held(correlation, fields(group, fields), anchor, justOpened));
        return;
      }
    }
    long now = group.entries.stream().mapToLong(Entry::time).max().orElseThrow();
    if (group.episode != 0 && now > group.high + span + lateness) {
      end(correlation, group, tenant);
    }
  }

  /// The fields of a group as they were first seen.
  private static Map<String, List<String>> fields(Group group, Map<String, List<String>> fields) {
    Map<String, List<String>> first = new LinkedHashMap<>();
    int at = 0;
    for (Map.Entry<String, List<String>> field : fields.entrySet()) {
      int from = group.shown.indexOf('=', at) + 1;
      int to = group.shown.indexOf(';', from);
      first.put(field.getKey(), parts(group.shown.substring(from, to)));
      at = to + 1;
    }
    return first;
  }

  private static List<String> parts(String joined) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = joined.indexOf(", "); at >= 0; at = joined.indexOf(", ", from)) {
      parts.add(joined.substring(from, at));
      from = at + 2;
    }
    parts.add(joined.substring(from));
    return parts;
  }

  private void held(Correlation correlation, Group group, String tenant, long anchor, int size) {
    if (group.episode != 0 && anchor > group.high + correlation.span().toNanos() / 1_000) {
      end(correlation, group, tenant);
    }
    justOpened = group.episode == 0;
    if (justOpened) {
      group.episode = ++numbers;
      group.low = anchor;
      group.high = anchor;
      group.count = size;
      group.toldCount = size;
      tell(correlation, group, tenant, Episode.Stage.OPENED);
      return;
    }
    group.low = Math.min(group.low, anchor);
    group.high = Math.max(group.high, anchor);
    if (++group.count >= 2 * group.toldCount) {
      group.toldCount = group.count;
      tell(correlation, group, tenant, Episode.Stage.GROWN);
    }
  }

  private void end(Correlation correlation, Group group, String tenant) {
    if (group.episode != 0) {
      tell(correlation, group, tenant, Episode.Stage.ENDED);
      group.episode = 0;
    }
  }

  private void tell(Correlation correlation, Group group, String tenant, Episode.Stage stage) {
    told.add(
        "%d %s %s %s [%s] %d..%d x%d"
            .formatted(
                group.episode,
                stage,
                correlation.info().id(),
                tenant,
                group.shown,
                group.low,
                group.high,
                group.count));
  }

  private static boolean holds(Correlation correlation, List<Entry> window) {
    List<BigDecimal> numbers = new ArrayList<>();
    if (!correlation.field().isEmpty() && correlation.kind() != Kind.VALUE_COUNT) {
      window.forEach(e -> numbers.add(new BigDecimal(e.value)));
      numbers.sort(Comparator.naturalOrder());
    }
    BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal measure =
        switch (correlation.kind()) {
          case EVENT_COUNT -> BigDecimal.valueOf(window.size());
          case VALUE_COUNT ->
              BigDecimal.valueOf(window.stream().map(Entry::value).distinct().count());
          case TEMPORAL -> BigDecimal.valueOf(window.stream().map(Entry::rule).distinct().count());
          case TEMPORAL_ORDERED -> BigDecimal.valueOf(longest(window));
          case VALUE_SUM -> sum;
          case VALUE_AVG ->
              sum.divide(BigDecimal.valueOf(window.size()), 30, RoundingMode.HALF_EVEN);
          case VALUE_PERCENTILE -> percentile(numbers, correlation.percentile());
        };
    if (temporal(correlation) && correlation.thresholds().isEmpty()) {
      return measure.intValue() >= correlation.rules().size();
    }
    return correlation.thresholds().stream().allMatch(t -> holds(t, measure));
  }

  /// Nearest rank: the first number that at least so many percent are not above.
  private static BigDecimal percentile(List<BigDecimal> sorted, int percentile) {
    for (BigDecimal number : sorted) {
      long within = sorted.stream().filter(other -> other.compareTo(number) <= 0).count();
      if (100 * within >= (long) percentile * sorted.size()) {
        return number;
      }
    }
    throw new IllegalStateException("no numbers");
  }

  private static int longest(List<Entry> window) {
    int[] runs = new int[window.size()];
    int longest = 0;
    for (int i = 0; i < runs.length; i++) {
      runs[i] = 1;
      for (int j = 0; j < i; j++) {
        if (window.get(j).rule < window.get(i).rule) {
          runs[i] = Math.max(runs[i], runs[j] + 1);
        }
      }
      longest = Math.max(longest, runs[i]);
    }
    return longest;
  }

  private static boolean holds(Threshold threshold, BigDecimal measure) {
    int order = measure.compareTo(threshold.number());
    return switch (threshold.comparison()) {
      case EQUAL -> order == 0;
      case UNEQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case MORE -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }
}
