package fr.bastide.airlock.link;

import fr.bastide.airlock.link.LinkAlarm.Kind;
import fr.bastide.airlock.link.LinkAlarm.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Knows what is missing although nobody can be asked: the low side announces the highest number it
/// has sent, and what is not whole some seconds later is named.
///
/// Pure: it is told the time, and gives its alarms when asked. One object serves one thread.
final class LinkWatch {

  /// How long an announced item may still be on its way.
  static final Duration GRACE = Duration.ofSeconds(3);

  /// An item that was announced this long ago comes late; within it, order does not matter, because
  /// blocks travel side by side.
  static final Duration PROMPT = Duration.ofSeconds(1);

  /// How long without a heartbeat is silence.
  static final Duration SILENCE = Duration.ofSeconds(5);

  /// What is only counted is told at most this often.
  static final Duration FOLD = Duration.ofSeconds(10);

  private record Announced(long sent, Instant at) {}

  private final NumberSet whole;
  private final NumberSet alarmed = new NumberSet();
  private final NumberSet returned = new NumberSet();
  private final NumberSet late = new NumberSet();
  private final NumberSet repeated = new NumberSet();
  private final Deque<Announced> announced = new ArrayDeque<>();
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
  private final List<LinkAlarm> ready = new ArrayList<>();
  private final long first;
  private long due;
  private Instant heard;
  private Instant folded;
  private boolean silent;

  /// @param whole the numbers published already
  /// @param first the lowest number that is waited for
  LinkWatch(NumberSet whole, long first, Instant now) {
    this.whole = new NumberSet();
    whole.ranges().forEach(range -> this.whole.add(range.from(), range.to()));
    this.first = first;
    due = first - 1;
    heard = now;
    folded = now.minus(FOLD);
  }

  /// A sign of life.
  void heard(Instant now) {
    heard = now;
    if (silent) {
      silent = false;
      ready.add(new LinkAlarm(Kind.SILENT, State.CLEARED, now, 0, 0, 1));
    }
  }

  /// Every number up to this one had been sent when this was heard.
  void announce(long sent, Instant at) {
    long known = announced.isEmpty() ? due : announced.getLast().sent();
    if (sent > known) {
      announced.addLast(new Announced(sent, at));
    }
  }

  /// An item was published.
  void published(long number, Instant now) {
    if (alarmed.remove(number)) {
      returned.add(number);
    } else if (announcedBefore(number, now.minus(PROMPT))) {
      late.add(number);
    }
    whole.add(number);
  }

  private boolean announcedBefore(long number, Instant moment) {
    for (Announced one : announced) {
      if (one.sent() >= number) {
        return one.at().isBefore(moment);
      }
    }
    return false;
  }

  /// An item came whose number was published before.
  void repeated(long number) {
    repeated.add(number);
  }

  /// Something happened that is only counted.
  void count(Kind kind, long times) {
    if (times > 0) {
      counts.merge(kind, times, Long::sum);
    }
  }

  /// The manifest and what arrived do not agree on an item.
  void mismatch(long number, Instant now) {
    ready.add(new LinkAlarm(Kind.MISMATCH, State.RAISED, now, number, number, 1));
  }

  /// The low side began a new session.
  void restarted(Instant now) {
    ready.add(new LinkAlarm(Kind.RESTARTED, State.NOTED, now, 0, 0, 1));
  }

  /// What there is to say since the last time.
  List<LinkAlarm> tick(Instant now) {
    if (!silent && Duration.between(heard, now).compareTo(SILENCE) >= 0) {
      silent = true;
      ready.add(new LinkAlarm(Kind.SILENT, State.RAISED, now, 0, 0, 1));
    }
    tell(returned, Kind.MISSING, State.CLEARED, now);
    long before = due;
    while (!announced.isEmpty()
        && Duration.between(announced.getFirst().at(), now).compareTo(GRACE) >= 0) {
      due = announced.removeFirst().sent();
    }
    for (NumberSet.Range gap : whole.gaps(Math.max(first, before + 1), due)) {
      alarmed.add(gap.from(), gap.to());
      ready.add(
          new LinkAlarm(
              Kind.MISSING, State.RAISED, now, gap.from(), gap.to(), gap.to() - gap.from() + 1));
    }
    if (Duration.between(folded, now).compareTo(FOLD) >= 0) {
      fold(now);
    }
    List<LinkAlarm> told = List.copyOf(ready);
    ready.clear();
    return told;
  }

  private void fold(Instant now) {
    if (late.isEmpty() && repeated.isEmpty() && counts.isEmpty()) {
      return;
    }
    folded = now;
    tell(late, Kind.LATE, State.NOTED, now);
    tell(repeated, Kind.REPEATED, State.NOTED, now);
    counts.forEach((kind, times) ->
        ready.add(
            new LinkAlarm(
                kind, kind == Kind.FOREIGN ? State.NOTED : State.RAISED, now, 0, 0, times)));
    counts.clear();
  }

  private void tell(NumberSet numbers, Kind kind, State state, Instant now) {
    for (NumberSet.Range range : numbers.ranges()) {
      ready.add(
          new LinkAlarm(kind, state, now, range.from(), range.to(), range.to() - range.from() + 1));
    }
    numbers.clear();
  }

  /// What is missing now and was named.
  List<NumberSet.Range> missing() {
    return alarmed.ranges();
  }
}
