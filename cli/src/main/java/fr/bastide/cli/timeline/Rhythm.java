package fr.bastide.cli.timeline;

import fr.bastide.detection.Level;
import fr.bastide.telemetry.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How many alerts there were over time, by level. Counts by the minute as long as that is bounded,
/// by something longer after.
final class Rhythm {

  private static final int MOST_SLOTS = 20_000;
  private static final int MOST_BARS = 60;
  private static final long SECOND = 1_000_000;

  /// Widths that people count in, in seconds.
  private static final List<Long> WIDTHS =
      List.of(
          60L,
          300L,
          600L,
          1_800L,
          3_600L,
          7_200L,
          10_800L,
          21_600L,
          43_200L,
          86_400L,
          172_800L,
          604_800L,
          2_592_000L,
          7_776_000L,
          31_536_000L,
          315_360_000L,
          3_153_600_000L);

  /// One bar.
  ///
  /// @param from its beginning, in microseconds
  /// @param byLevel one count a level, lowest first
  record Bar(long from, long[] byLevel) {

    long total() {
      long sum = 0;
      for (long one : byLevel) {
        sum += one;
      }
      return sum;
    }
  }

  /// All bars.
  ///
  /// @param seconds the width of each
  /// @param all in order
  record Bars(long seconds, List<Bar> all) {}

  private TreeMap<Long, long[]> slots = new TreeMap<>();
  private int width;

  void add(long time, Level level) {
    if (time == Event.NO_TIME) {
      return;
    }
    slots
        .computeIfAbsent(Math.floorDiv(time, micros()), k -> new long[Level.values().length])[
        level.ordinal()]++;
    while (slots.size() > MOST_SLOTS && width < WIDTHS.size() - 1) {
      widen();
    }
  }

  /// The bars, empty ones included, of a width that makes few enough of them.
  ///
  /// @param offset how far the local clock is ahead of UTC, in seconds: bars of a day are local
  ///   days
  Bars bars(long offset) {
    if (slots.isEmpty()) {
      return new Bars(WIDTHS.get(width), List.of());
    }
    long shift = offset * SECOND;
    int chosen = width;
    while (chosen < WIDTHS.size() - 1
        && index(slots.lastKey(), shift, chosen) - index(slots.firstKey(), shift, chosen)
            >= MOST_BARS) {
      chosen++;
    }
    TreeMap<Long, long[]> wide = new TreeMap<>();
    for (Map.Entry<Long, long[]> slot : slots.entrySet()) {
      long at = index(slot.getKey(), shift, chosen);
      add(wide.computeIfAbsent(at, k -> new long[Level.values().length]), slot.getValue());
    }
    List<Bar> bars = new ArrayList<>();
    for (long at = wide.firstKey(); at <= wide.lastKey(); at++) {
      long[] counts = wide.getOrDefault(at, new long[Level.values().length]);
      bars.add(new Bar(at * WIDTHS.get(chosen) * SECOND - shift, counts));
    }
    return new Bars(WIDTHS.get(chosen), bars);
  }

  private long index(long slot, long shift, int chosen) {
    return Math.floorDiv(slot * micros() + shift, WIDTHS.get(chosen) * SECOND);
  }

  private static void add(long[] sum, long[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  private long micros() {
    return WIDTHS.get(width) * SECOND;
  }

  private void widen() {
    long before = micros();
    width++;
    TreeMap<Long, long[]> wider = new TreeMap<>();
    for (Map.Entry<Long, long[]> slot : slots.entrySet()) {
      long at = Math.floorDiv(slot.getKey() * before, micros());
      add(wider.computeIfAbsent(at, k -> new long[Level.values().length]), slot.getValue());
    }
    slots = wider;
  }
}
