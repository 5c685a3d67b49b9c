package fr.bastide.airlock.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A set of item numbers kept as ranges: what came in a row is one range, whatever its length.
final class NumberSet {

  /// Numbers in a row, both ends included.
  record Range(long from, long to) {
    @Override
    public String toString() {
      return from == to ? Long.toString(from) : from + "-" + to;
    }
  }

  private final TreeMap<Long, Long> ranges = new TreeMap<>();

  boolean contains(long number) {
    Map.Entry<Long, Long> before = ranges.floorEntry(number);
    return before != null && before.getValue() >= number;
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  /// @return false when it was in already
  boolean add(long number) {
    if (contains(number)) {
      return false;
    }
    add(number, number);
    return true;
  }

  /// Adds a range, both ends included.
  void add(long from, long to) {
    if (from > to) {
      return;
    }
    long first = from;
    long last = to;
    Map.Entry<Long, Long> before = ranges.floorEntry(from);
    if (before != null && before.getValue() >= from - 1) {
      first = before.getKey();
      last = Math.max(last, before.getValue());
    }
    for (Map.Entry<Long, Long> next = ranges.ceilingEntry(first);
        next != null && next.getKey() <= last + 1;
        next = ranges.ceilingEntry(first)) {
      last = Math.max(last, next.getValue());
      ranges.remove(next.getKey());
    }
    ranges.put(first, last);
  }

  /// @return false when it was not in
  boolean remove(long number) {
    Map.Entry<Long, Long> range = ranges.floorEntry(number);
    if (range == null || range.getValue() < number) {
      return false;
    }
    ranges.remove(range.getKey());
    add(range.getKey(), number - 1);
    add(number + 1, range.getValue());
    return true;
  }

  /// The greatest number in it; 0 when there is none.
  long greatest() {
    return ranges.isEmpty() ? 0 : ranges.lastEntry().getValue();
  }

  /// What is in it, as ranges that do not touch.
  List<Range> ranges() {
    List<Range> all = new ArrayList<>(ranges.size());
    ranges.forEach((from, to) -> all.add(new Range(from, to)));
    return all;
  }

  /// What is not in it between two numbers, both included.
  List<Range> gaps(long from, long to) {
    List<Range> gaps = new ArrayList<>();
    long next = from;
    Map.Entry<Long, Long> before = ranges.floorEntry(from);
    if (before != null && before.getValue() >= from) {
      next = before.getValue() + 1;
    }
    for (Map.Entry<Long, Long> range : ranges.tailMap(next, true).entrySet()) {
      if (range.getKey() > to) {
        break;
      }
      gaps.add(new Range(next, range.getKey() - 1));
      next = range.getValue() + 1;
    }
    if (next <= to) {
      gaps.add(new Range(next, to));
    }
    return gaps;
  }

  void clear() {
    ranges.clear();
  }
}
