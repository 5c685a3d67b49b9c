package fr.bastide.detection.internal.correlation;

/// Slides windows over the events of a group, also when one comes late.
final class Windows {

  /// How many late events in a row show that the clock went back for good.
  static final int PATIENCE = 16;

  private final long lateness;
  private final int mostPerGroup;

  /// The time at which the window that holds ends, and its events.
  long anchor;

  int first;
  int last;

  /// How many events entered less those that left, and what left before its time, in one call.
  int grown;

  int cut;

  /// Where the event that was added stands.
  int position;

  Windows(long lateness, int mostPerGroup) {
    this.lateness = lateness;
    this.mostPerGroup = mostPerGroup;
  }

  /// Whether an event of this time is too late for its group.
  boolean tooLate(Group group, long time) {
    return group.end > group.from && time < group.newest() - lateness;
  }

  /// Whether nothing that may still come can belong to the group's episode.
  boolean over(Plan plan, Group group) {
    return group.newest() > group.high + plan.span + lateness;
  }

  /// Adds an event that is not too late, without evidence yet; whether a window with it holds, the
  /// earliest of them.
  boolean add(Plan plan, Group group, long time, long value) {
    int before = group.size();
    cut = 0;
    if (before >= mostPerGroup) {
      makeRoom(plan, group);
    }
    boolean newest = group.size() == 0 || time >= group.newest();
    boolean holds = newest ? append(plan, group, time, value) : insert(plan, group, time, value);
    grown = group.size() - before;
    return holds;
  }

  private boolean append(Plan plan, Group group, long time, long value) {
    int at = group.end;
    while (plan.ordered
        && at > group.start
        && group.time(at - 1) == time
        && group.value(at - 1) > value) {
      at--;
    }
    position = group.insert(at, time, value, Evidence.NONE);
    group.tally.add(value);
    slide(group, time - plan.span);
    while (group.time(group.from) < time - plan.span - lateness) {
      group.from++;
    }
    anchor = time;
    first = group.start;
    last = group.end;
    return group.tally.holds(group, first, last);
  }

  private static void slide(Group group, long begin) {
    while (group.time(group.start) < begin) {
      group.tally.remove(group.value(group.start++));
    }
  }

  private boolean insert(Plan plan, Group group, long time, long value) {
    boolean inNewest = time >= group.newest() - plan.span;
    int at = group.end;
    while (at > group.from && after(plan, group, at - 1, time, value)) {
      at--;
    }
    position = group.insert(at, time, value, Evidence.NONE);
    if (inNewest) {
      group.tally.add(value);
    } else {
      group.start++;
    }
    return holdsAround(plan, group, position);
  }

  private static boolean after(Plan plan, Group group, int i, long time, long value) {
    return group.time(i) > time
        || (plan.ordered && group.time(i) == time && group.value(i) > value);
  }

  /// Looks at each window that has the event at this position, from the earliest on.
  private boolean holdsAround(Plan plan, Group group, int at) {
    long time = group.time(at);
    Tally tally = plan.scratch;
    tally.clear();
    first = at;
    while (first > group.from && group.time(first - 1) >= time - plan.span) {
      first--;
    }
    last = first;
    anchor = time;
    while (true) {
      while (last < group.end && group.time(last) <= anchor) {
        tally.add(group.value(last++));
      }
      while (group.time(first) < anchor - plan.span) {
        tally.remove(group.value(first++));
      }
      if (tally.holds(group, first, last)) {
        return true;
      }
      if (last == group.end || group.time(last) > time + plan.span) {
        return false;
      }
      anchor = group.time(last);
    }
  }

  /// A full group: of several events of one rule in a row, temporal kinds need the first and the
  /// last only; what does not give way by that does by age.
  private void makeRoom(Plan plan, Group group) {
    int size = group.size();
    if (plan.temporal) {
      boolean[] kept = new boolean[size];
      int left = 0;
      for (int i = 0; i < size; i++) {
        long value = group.value(group.from + i);
        boolean inner =
            i > 0
                && i < size - 1
                && group.value(group.from + i - 1) == value
                && group.value(group.from + i + 1) == value;
        kept[i] = !inner;
        left += inner ? 0 : 1;
      }
      for (int i = 0; left > size - size / 4 - 1; i++) {
        left -= kept[i] ? 1 : 0;
        kept[i] = false;
      }
      refill(plan, group, kept);
      cut = size - group.size();
      return;
    }
    if (group.start == group.from) {
      group.tally.remove(group.value(group.start++));
    }
    group.from++;
    cut = 1;
  }

  private static void refill(Plan plan, Group group, boolean[] kept) {
    long begin = group.newest() - plan.span;
    group.retain(kept);
    group.tally.clear();
    while (group.start > group.from && group.time(group.start - 1) >= begin) {
      group.tally.add(group.value(--group.start));
    }
  }
}
