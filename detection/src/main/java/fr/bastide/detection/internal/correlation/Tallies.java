package fr.bastide.detection.internal.correlation;

import fr.bastide.detection.Correlation;
import java.util.Arrays;

/// The tallies of each kind of correlation.
final class Tallies {

  private Tallies() {}

  /// Makes the tally of one window; the same for all where nothing has to be kept.
  interface Maker {
    Tally make();
  }

  static Maker of(Correlation correlation, Limits limits) {
    return switch (correlation.kind()) {
      case EVENT_COUNT -> {
        Tally same = new Events(limits);
        yield () -> same;
      }
      case VALUE_COUNT -> () -> new Values(limits);
      case VALUE_SUM -> () -> new Sum(limits, false);
      case VALUE_AVG -> () -> new Sum(limits, true);
      case VALUE_PERCENTILE -> () -> new Sorted(limits, correlation.percentile());
      case TEMPORAL -> () -> new Rules(limits, correlation.rules().size());
      case TEMPORAL_ORDERED -> () -> new Sequence(limits, correlation.rules().size());
    };
  }

  /// Counts events.
  private static final class Events extends Tally {

    private final Limits limits;

    Events(Limits limits) {
      this.limits = limits;
    }

    @Override
    void add(long value) {}

    @Override
    void remove(long value) {}

    @Override
    void clear() {}

    @Override
    boolean holds(Group group, int from, int to) {
      return limits.admit(to - from);
    }
  }

  /// Counts different values, each known by its hash.
  private static final class Values extends Tally {

    private final Limits limits;
    private final LongCounts counts = new LongCounts();

    Values(Limits limits) {
      this.limits = limits;
    }

    @Override
    void add(long value) {
      counts.add(value);
    }

    @Override
    void remove(long value) {
      counts.remove(value);
    }

    @Override
    void clear() {
      counts.clear();
    }

    @Override
    boolean holds(Group group, int from, int to) {
      return limits.admit(counts.distinct());
    }
  }

  /// Sums millionths exactly: the upper and lower halves of each apart.
  private static final class Sum extends Tally {

    private static final long LOWER = 0xFFFF_FFFFL;

    private final Limits limits;
    private final boolean mean;
    private long high;
    private long low;

    Sum(Limits limits, boolean mean) {
      this.limits = limits;
      this.mean = mean;
    }

    @Override
    void add(long value) {
      high += value >> 32;
      low += value & LOWER;
    }

    @Override
    void remove(long value) {
      high -= value >> 32;
      low -= value & LOWER;
    }

    @Override
    void clear() {
      high = 0;
      low = 0;
    }

    @Override
    boolean holds(Group group, int from, int to) {
      return limits.admit(high, low, mean ? to - from : 1);
    }
  }

  /// Keeps millionths in order.
  private static final class Sorted extends Tally {

    private static final int SMALLEST = 8;

    private final Limits limits;
    private final int percentile;
    private long[] sorted = new long[SMALLEST];
    private int size;

    Sorted(Limits limits, int percentile) {
      this.limits = limits;
      this.percentile = percentile;
    }

    @Override
    void add(long value) {
      if (size == sorted.length) {
        sorted = Arrays.copyOf(sorted, 2 * size);
      }
      int found = Arrays.binarySearch(sorted, 0, size, value);
      int at = found < 0 ? -found - 1 : found;
      System.arraycopy(sorted, at, sorted, at + 1, size++ - at);
      sorted[at] = value;
    }

    @Override
    void remove(long value) {
      int at = Arrays.binarySearch(sorted, 0, size, value);
      System.arraycopy(sorted, at + 1, sorted, at, --size - at);
      if (4 * size < sorted.length && sorted.length > SMALLEST) {
        sorted = Arrays.copyOf(sorted, sorted.length / 2);
      }
    }

    @Override
    void clear() {
      size = 0;
      sorted = new long[SMALLEST];
    }

    @Override
    boolean holds(Group group, int from, int to) {
      int rank = (int) Math.max(1, ((long) percentile * size + 99) / 100);
      return limits.admit(0, sorted[rank - 1], 1);
    }
  }

  /// Counts different rules.
  private static class Rules extends Tally {

    final Limits limits;
    final int[] seen;
    int distinct;

    Rules(Limits limits, int rules) {
      this.limits = limits;
      this.seen = new int[rules];
    }

    @Override
    void add(long value) {
      distinct += seen[(int) value]++ == 0 ? 1 : 0;
    }

    @Override
    void remove(long value) {
      distinct -= --seen[(int) value] == 0 ? 1 : 0;
    }

    @Override
    void clear() {
      Arrays.fill(seen, 0);
      distinct = 0;
    }

    @Override
    boolean holds(Group group, int from, int to) {
      return limits.admit(distinct);
    }
  }

  /// Counts the rules of the longest run that keeps their order.
  private static final class Sequence extends Rules {

    /// For each rule, how long the longest run is that ends with it.
    private final int[] runs;

    Sequence(Limits limits, int rules) {
      super(limits, rules);
      runs = new int[rules];
    }

    @Override
    boolean holds(Group group, int from, int to) {
      return distinct >= limits.least() && limits.admit(longest(group, from, to));
    }

    private int longest(Group group, int from, int to) {
      Arrays.fill(runs, 0);
      int longest = 0;
      for (int i = from; i < to; i++) {
        int rule = (int) group.value(i);
        int before = 0;
        for (int earlier = 0; earlier < rule; earlier++) {
          before = Math.max(before, runs[earlier]);
        }
        runs[rule] = Math.max(runs[rule], before + 1);
        longest = Math.max(longest, runs[rule]);
      }
      return longest;
    }
  }
}
