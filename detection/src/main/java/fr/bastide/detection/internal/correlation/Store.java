package fr.bastide.detection.internal.correlation;

import fr.bastide.detection.correlation.Bounds;
import fr.bastide.telemetry.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every group of every correlation and tenant, within bounds: when there are too many, the group
/// used least recently leaves, from the lane that takes the most room. So a tenant that floods one
/// correlation with groups loses its own and nobody else's.
final class Store {

  Map<String, Plan> plans = new LinkedHashMap<>();
  final Map<String, long[]> clocks = new LinkedHashMap<>();

  private final Bounds bounds;
  private final Notices notices;
  private int groups;
  private int events;
  private String clockTenant = "";
  private long @Nullable [] clock;

  Store(Bounds bounds, Notices notices) {
    this.bounds = bounds;
    this.notices = notices;
  }

  int groups() {
    return groups;
  }

  int events() {
    return events;
  }

  /// When an event happened: what it says; if it says nothing, or a time after the latest there can
  /// be, now or when the last one of its tenant did, whichever is later.
  long timeOf(Event event, String tenant, long now, long latest) {
    long[] last = clock;
    if (last == null || !clockTenant.equals(tenant)) {
      last = clocks.computeIfAbsent(tenant, _ -> new long[] {Telling.UNTIMED});
      clock = last;
      clockTenant = tenant;
    }
    long time = event.time();
    if (time == Event.NO_TIME || time > latest) {
      return Math.max(now, last[0]);
    }
    last[0] = Math.clamp(time, -Plan.FAR, Plan.FAR);
    return last[0];
  }

  void add(Group group, Telling telling) {
    group.lane.add(group);
    groups++;
    boolean room = true;
    while (room && groups > bounds.groups()) {
      room = evict(group, false, telling);
    }
  }

  /// Takes a group from a saved state.
  void restore(Group group) {
    group.lane.add(group);
    groups++;
  }

  /// Counts events that entered or left a group.
  void grow(Group group, int more) {
    group.lane.events += more;
    events += more;
  }

  /// Makes room until there are no more events than there may be.
  void relieve(Group current, Telling telling) {
    boolean room = true;
    while (room && events > bounds.events()) {
      room = evict(current, true, telling);
    }
  }

  /// The same after a state was restored, for groups and events.
  void relieveAll(Telling telling) {
    for (Plan plan : plans.values()) {
      for (Lane lane : plan.lanes.values()) {
        Group current = lane.newest;
        boolean room = current != null;
        while (room && current != null && groups > bounds.groups()) {
          room = evict(current, false, telling);
        }
        if (current != null) {
          relieve(current, telling);
        }
      }
    }
  }

  private boolean evict(Group current, boolean byEvents, Telling telling) {
    Lane lane = current.lane;
    long share = byEvents ? lane.events : lane.size;
    long total = byEvents ? events : groups;
    boolean mine = lane.oldest != current && share * lanes() >= total;
    Group leaving = mine ? lane.oldest : fattest(current, byEvents);
    if (leaving != null) {
      notices.add(Notices.Kind.EVICTED, leaving.lane.plan, 1);
      remove(leaving, telling);
    }
    return leaving != null;
  }

  private int lanes() {
    int lanes = 0;
    for (Plan plan : plans.values()) {
      lanes += plan.lanes.size();
    }
    return lanes;
  }

  private @Nullable Group fattest(Group current, boolean byEvents) {
    Group best = null;
    int most = -1;
    for (Plan plan : plans.values()) {
      for (Lane lane : plan.lanes.values()) {
        int share = byEvents ? lane.events : lane.size;
        Group oldest = lane.oldest == current ? current.newer : lane.oldest;
        if (share > most && oldest != null) {
          most = share;
          best = oldest;
        }
      }
    }
    return best;
  }

  /// Lets go of a group, whose episode ends.
  void remove(Group group, Telling telling) {
    telling.end(group.lane.plan, group);
    events -= group.size();
    groups--;
    group.lane.remove(group);
  }

  /// Lets go of every group of a correlation.
  void drop(Plan plan, Telling telling) {
    for (Lane lane : plan.lanes.values()) {
      Group group = lane.oldest;
      while (group != null) {
        Group next = group.newer;
        remove(group, telling);
        group = next;
      }
    }
    plan.tidy();
  }

  /// Ends what is over and lets go of groups whose last window closed before a time.
  void expire(long time, Telling telling) {
    for (Plan plan : plans.values()) {
      for (Lane lane : plan.lanes.values()) {
        Group group = lane.oldest;
        while (group != null) {
          Group next = group.newer;
          if (group.newest() < time - plan.span) {
            remove(group, telling);
          } else if (group.high < time - plan.span) {
            telling.end(plan, group);
          }
          group = next;
        }
      }
      plan.tidy();
    }
  }
}
