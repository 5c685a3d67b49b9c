package fr.bastide.cli.timeline;

import fr.bastide.detection.Level;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts alerts by a name and by level; bounded, what is one name too many counts as `…`.
final class Tally {

  private static final int MOST = 10_000;
  private static final String OTHERS = "…";

  /// What one name counts.
  ///
  /// @param total all levels
  /// @param byLevel one count a level, lowest first
  record Row(String name, long total, List<Long> byLevel) {}

  private final Map<String, long[]> counts = new LinkedHashMap<>();

  void add(String name, Level level) {
    String key = counts.size() < MOST || counts.containsKey(name) ? name : OTHERS;
    counts.computeIfAbsent(key, k -> new long[Level.values().length])[level.ordinal()]++;
  }

  int size() {
    return counts.size();
  }

  /// The rows, those with the gravest alerts first.
  List<Row> rows() {
    Comparator<Row> gravest = Comparator.comparing(Row::name);
    for (Level level : Level.values()) {
      int at = level.ordinal();
      gravest = Comparator.<Row>comparingLong(row -> -row.byLevel().get(at)).thenComparing(gravest);
    }
    return counts.entrySet().stream()
        .map(e -> {
          List<Long> each = Arrays.stream(e.getValue()).boxed().toList();
          return new Row(e.getKey(), each.stream().mapToLong(Long::longValue).sum(), each);
        })
        .sorted(gravest)
        .toList();
  }
}
