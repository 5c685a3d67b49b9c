package fr.bastide.cli;

import fr.bastide.detection.EventHost;
import fr.bastide.detection.surge.Surge;
import fr.bastide.detection.surge.SurgeLimits;
import fr.bastide.detection.surge.SurgeWatch;
import fr.bastide.telemetry.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts the events of each source over time, and finds where a rate left its habit.
///
/// Logs are read one after another whatever their times, so all counts come first and the watch
/// after: it learns from what came before, and wants time to go forward.
final class SurgeFinder {

  private static final int MOST_SLOTS = 2_000_000;

  private record Source(String tenant, String name) {}

  private record Slot(Source source, long bucket) {}

  private final SurgeLimits limits = SurgeLimits.standard();
  private final long width = limits.bucket().toNanos() / 1_000;
  private final Map<Slot, long[]> counts = new HashMap<>();
  private final LogReading logs;
  private long untimed;
  private long leftOut;

  SurgeFinder(LogReading logs) {
    this.logs = logs;
  }

  /// Counts one event: for its machine, or its file where it names none.
  void see(Event event) {
    if (event.time() == Event.NO_TIME) {
      untimed++;
      return;
    }
    String name = EventHost.of(event).orElse(event.source().name());
    Slot slot =
        new Slot(new Source(event.source().tenant(), name), Math.floorDiv(event.time(), width));
    long[] count = counts.get(slot);
    if (count != null) {
      count[0]++;
    } else if (counts.size() < MOST_SLOTS) {
      counts.put(slot, new long[] {1});
    } else {
      leftOut++;
    }
  }

  /// The last telling of each surge, in the order in which they began.
  List<Surge> find() {
    Map<Long, Surge> worst = new HashMap<>();
    SurgeWatch watch =
        new SurgeWatch(
            limits, surge -> worst.merge(surge.number(), surge, SurgeFinder::whole), logs::tell);
    List<Map.Entry<Slot, long[]>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(
        Comparator.comparingLong((Map.Entry<Slot, long[]> one) -> one.getKey().bucket())
            .thenComparing(one -> one.getKey().source().tenant())
            .thenComparing(one -> one.getKey().source().name()));
    for (Map.Entry<Slot, long[]> one : sorted) {
      Source source = one.getKey().source();
      watch.count(source.tenant(), source.name(), one.getKey().bucket() * width, one.getValue()[0]);
    }
    if (!sorted.isEmpty()) {
      watch.advance((sorted.getLast().getKey().bucket() + 3) * width);
    }
    return worst.values().stream()
        .sorted(Comparator.comparingLong(Surge::since).thenComparing(Surge::number))
        .toList();
  }

  /// The worst of a surge, over its whole length.
  private static Surge whole(Surge one, Surge other) {
    Surge worst = other.seen() > one.seen() ? other : one;
    return new Surge(
        worst.number(),
        other.stage(),
        worst.tenant(),
        worst.source(),
        Math.min(one.since(), other.since()),
        Math.max(one.until(), other.until()),
        worst.usual(),
        worst.seen(),
        worst.factor(),
        worst.words());
  }

  /// How many sources were counted.
  long sources() {
    return counts.keySet().stream().map(Slot::source).distinct().count();
  }

  /// Over how many hours there are events.
  long hours() {
    long first = counts.keySet().stream().mapToLong(Slot::bucket).min().orElse(0);
    long last = counts.keySet().stream().mapToLong(Slot::bucket).max().orElse(-1);
    return (last - first + 1) * limits.bucket().toMinutes() / 60;
  }

  /// How many events told no time and were not counted.
  long untimed() {
    return untimed;
  }

  /// How many events had no room.
  long leftOut() {
    return leftOut;
  }
}
