package fr.bastide.detection.internal.correlation;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.Rule;
import fr.bastide.detection.correlation.Bounds;
import fr.bastide.detection.correlation.Episodes;
import fr.bastide.detection.correlation.Load;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Troubles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings matches to the groups of correlations, and what holds there to the correlations above.
public final class Engine {

  /// A window of a correlation that holds, to be told to those that look at it.
  private record Held(Plan plan, Group group, long time, boolean opened) {}

  final FieldNames names;
  final Origins origins;
  final Bounds bounds;
  final Notices notices;
  Store store;
  Telling telling;
  Evidence evidence;
  long seed = new SecureRandom().nextLong();

  private final Episodes episodes;
  private final Values values = new Values();
  private final Windows windows;
  private final Keys keys = new Keys();
  private final Deque<Held> pending = new ArrayDeque<>();
  private Routes routes = new Routes(List.of());
  private long now = Long.MIN_VALUE;
  private long latest = Long.MAX_VALUE;
  private long serial;
  private long keptSerial = -1;
  private long keptNumber;

  /// An engine without correlations.
  public Engine(
      FieldNames names, Origins origins, Bounds bounds, Episodes episodes, Troubles troubles) {
    this.names = names;
    this.origins = origins;
    this.bounds = bounds;
    this.episodes = episodes;
    notices = new Notices(troubles);
    windows = new Windows(lateness(), bounds.eventsPerGroup());
    evidence = new Evidence(bounds.evidenceBytes());
    telling = new Telling(episodes, bounds.evidencePerAlert(), evidence);
    store = new Store(bounds, notices);
  }

  /// Puts these correlations in the place of all others.
  public void replace(List<Correlation> correlations) {
    Routes.refuseCircles(correlations);
    Map<String, Plan> fresh = new LinkedHashMap<>();
    for (Correlation correlation : correlations) {
      String id = correlation.info().id();
      Plan old = store.plans.get(id);
      if (old != null && same(old.correlation, correlation)) {
        old.correlation = correlation;
        fresh.put(id, old);
      } else {
        fresh.put(id, plan(correlation));
      }
    }
    for (Plan old : store.plans.values()) {
      if (fresh.get(old.correlation.info().id()) != old) {
        store.drop(old, telling);
      }
    }
    store.plans = fresh;
    routes = new Routes(fresh.values());
  }

  Plan plan(Correlation correlation) {
    Plan plan = new Plan(correlation, names);
    boolean counts = correlation.kind() == Correlation.Kind.EVENT_COUNT;
    counts |= correlation.kind() == Correlation.Kind.VALUE_COUNT;
    if (counts && plan.limits.least() > bounds.eventsPerGroup()) {
      notices.tell(
          plan,
          "Cette corrélation attend plus d’événements que n’en garde un groupe ("
              + bounds.eventsPerGroup()
              + ")\u00a0: elle ne se vérifiera jamais. Relevez cette limite ou baissez son seuil.",
          "This correlation waits for more events than a group keeps ("
              + bounds.eventsPerGroup()
              + "): it can never hold. Raise that bound or lower its threshold.");
    }
    return plan;
  }

  private static boolean same(Correlation one, Correlation other) {
    return java.util.Arrays.equals(Plan.definition(one), Plan.definition(other));
  }

  /// Whether what matches this id is an alert of its own.
  public boolean alone(String id) {
    return routes.alone(id);
  }

  /// Takes one event and all the rules that it matches.
  public void match(Event event, List<Rule> rules) {
    serial++;
    String tenant = event.source().tenant();
    long time = store.timeOf(event, tenant, now, latest);
    for (Rule rule : rules) {
      for (Routes.Target target : routes.of(rule.info().id())) {
        feed(target, event, tenant, time, null);
      }
    }
    while (!pending.isEmpty()) {
      Held held = pending.remove();
      for (Routes.Target target : routes.of(held.plan.correlation.info().id())) {
        if (held.opened || target.plan().temporal) {
          feed(target, event, tenant, held.time, held);
        }
      }
    }
  }

  private void feed(
      Routes.Target target, Event event, String tenant, long time, @Nullable Held held) {
    Plan plan = target.plan();
    boolean countsOnce = !plan.temporal && held == null;
    if (countsOnce && plan.counted == serial) {
      return;
    }
    int count = read(plan, target.rule(), event, held);
    if (count == 0) {
      notices.add(Notices.Kind.UNGROUPED, plan, 1);
      return;
    }
    if (countsOnce) {
      plan.counted = serial;
    }
    long hash = Hash.of(seed, keys.bytes(), 0, keys.length());
    Lane lane = plan.lane(tenant);
    Group group = lane.find(hash, keys.bytes(), keys.length());
    if (group == null) {
      byte[] key = keys.key();
      group = new Group(key, keys.shown(key), hash, lane, plan.tallies.make());
      store.add(group, telling);
    }
    for (int i = 0; i < count; i++) {
      add(plan, group, event, time, plan.temporal ? target.rule() : values.get(i));
    }
  }

  /// Reads the values that count and then the key; how many values count, 0 when something lacks.
  private int read(Plan plan, int rule, Event event, @Nullable Held held) {
    int groupFields = plan.groupFields();
    int count = 1;
    if (plan.valued) {
      int from = held == null ? -1 : position(plan, held, rule, groupFields);
      boolean distinct = plan.correlation.kind() == Correlation.Kind.VALUE_COUNT;
      if (held != null && from >= 0 && distinct) {
        keys.clear();
        keys.field(held.group, from);
        values.only(Hash.of(seed, keys.bytes(), 1, keys.length()));
      } else {
        values.read(event, plan.id(rule, groupFields), distinct, keys, seed);
      }
      count = values.size();
    }
    keys.clear();
    for (int i = 0; i < groupFields && count > 0; i++) {
      int from = held == null ? -1 : position(plan, held, rule, i);
      if (held != null && from >= 0) {
        keys.field(held.group, from);
      } else if (!keys.field(event, plan.id(rule, i))) {
        return 0;
      }
    }
    return count;
  }

  private static int position(Plan plan, Held held, int rule, int field) {
    return held.plan.correlation.groupBy().indexOf(plan.fields.get(rule).get(field));
  }

  private void add(Plan plan, Group group, Event event, long time, long value) {
    if (windows.tooLate(group, time)) {
      notices.add(Notices.Kind.LATE, plan, 1);
      if (++group.lateRun < Windows.PATIENCE) {
        return;
      }
      notices.add(Notices.Kind.RESTARTED, plan, 1);
      telling.end(plan, group);
      store.grow(group, -group.size());
      group.empty();
    }
    group.lateRun = 0;
    boolean holds = windows.add(plan, group, time, value);
    if (!holds || !telling.extended(plan, group, windows)) {
      group.evidence(windows.position, evidence(event));
    }
    store.grow(group, windows.grown);
    if (windows.cut > 0) {
      notices.add(Notices.Kind.CUT, plan, windows.cut);
    }
    if (holds) {
      boolean opened = telling.held(plan, group, windows, event);
      if (!routes.of(plan.correlation.info().id()).isEmpty()) {
        pending.add(new Held(plan, group, windows.anchor, opened));
      }
    } else if (group.episode != 0 && windows.over(plan, group)) {
      telling.end(plan, group);
    }
    store.relieve(group, telling);
  }

  private long evidence(Event event) {
    if (bounds.evidencePerAlert() == 0) {
      return Evidence.NONE;
    }
    if (keptSerial != serial) {
      keptSerial = serial;
      keptNumber = evidence.keep(event);
    }
    return keptNumber;
  }

  /// Tells the present, in microseconds.
  public void advance(long time) {
    present(Math.clamp(time, -Plan.FAR, Plan.FAR));
    store.expire(now - lateness(), telling);
  }

  private void present(long time) {
    now = time;
    latest = time == Long.MIN_VALUE ? Long.MAX_VALUE : time + lateness();
  }

  private long lateness() {
    return Math.min(Plan.FAR, bounds.lateness().toSeconds() * 1_000_000);
  }

  /// Ends every episode and forgets every window.
  public void finish() {
    for (Plan plan : store.plans.values()) {
      store.drop(plan, telling);
    }
  }

  /// What is held, and what could not be.
  public Load load() {
    return new Load(
        store.groups(),
        store.events(),
        notices.count(Notices.Kind.EVICTED),
        notices.count(Notices.Kind.CUT),
        notices.count(Notices.Kind.LATE),
        notices.count(Notices.Kind.UNGROUPED),
        notices.count(Notices.Kind.RESTARTED));
  }

  /// Writes the state.
  public void save(OutputStream output) throws IOException {
    new StateWriter(this).write(output);
  }

  /// Puts a saved state in the place of this one's.
  public void restore(InputStream input) throws IOException {
    StateReader reader = new StateReader(this);
    reader.read(input);
    seed = reader.seed();
    evidence = reader.evidence();
    telling = new Telling(episodes, bounds.evidencePerAlert(), evidence);
    telling.numbers(reader.numbers());
    present(reader.present());
    store = reader.store();
    routes = new Routes(store.plans.values());
    store.relieveAll(telling);
  }

  long now() {
    return now;
  }
}
