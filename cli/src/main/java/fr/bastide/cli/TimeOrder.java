package fr.bastide.cli;

import fr.bastide.detection.Rule;
import fr.bastide.telemetry.Event;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/// Puts what was found in several files into the order of time, so that correlations see what
/// happened across machines as it happened: files are read one after another, attacks are not.
///
/// It holds a bounded number of events; when there are more, the earliest go on, and one that turns
/// up later still is for the lateness of correlations.
final class TimeOrder {

  /// Events held: at a few kilobytes each they stay far below the memory of the command.
  static final int MOST = 20_000;

  private record Held(Event event, List<Rule> rules, long order) {}

  private final PriorityQueue<Held> held =
      new PriorityQueue<>(
          Comparator.comparingLong((Held one) -> one.event.time()).thenComparingLong(Held::order));
  private final int most;
  private final BiConsumer<Event, List<Rule>> next;
  private long count;

  /// @param most how many are held; none means that all go on at once, as a live stream must
  TimeOrder(int most, BiConsumer<Event, List<Rule>> next) {
    this.most = most;
    this.next = next;
  }

  /// Takes an event and the rules it matches.
  void accept(Event event, List<Rule> rules) {
    if (most == 0 || event.time() == Event.NO_TIME) {
      next.accept(event, rules);
      return;
    }
    held.add(new Held(event.keep(), rules, count++));
    if (held.size() > most) {
      pass(held.remove());
    }
  }

  /// Lets go of all that is held.
  void finish() {
    while (!held.isEmpty()) {
      pass(held.remove());
    }
  }

  private void pass(Held one) {
    next.accept(one.event, one.rules);
  }
}
