package fr.bastide.airlock.flow;

import fr.bastide.airlock.flow.FlowEvent.AttackBegan;
import fr.bastide.airlock.flow.FlowEvent.AttackEnded;
import fr.bastide.airlock.flow.FlowEvent.AttackStepped;
import fr.bastide.airlock.flow.FlowEvent.Held;
import fr.bastide.airlock.flow.FlowEvent.OfItem;
import fr.bastide.airlock.flow.FlowEvent.Rehearsed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Where everything stands after the events of a journal: a value, changed by nothing.
public final class Standing {

  /// Before anything happened.
  public static final Standing EMPTY =
      new Standing(new TreeMap<>(), AttackMode.NONE, Optional.empty());

  private final NavigableMap<Long, HeldItem> items;
  private final AttackMode attack;
  private final Optional<Rehearsed> rehearsal;

  private Standing(
      NavigableMap<Long, HeldItem> items, AttackMode attack, Optional<Rehearsed> rehearsal) {
    this.items = items;
    this.attack = attack;
    this.rehearsal = rehearsal;
  }

  /// Where things stand after these events.
  public static Standing after(Collection<FlowEvent> events) {
    return EMPTY.then(events);
  }

  /// Where things stand once these happened too.
  public Standing then(Collection<FlowEvent> events) {
    TreeMap<Long, HeldItem> changed = new TreeMap<>(items);
    AttackMode mode = attack;
    Optional<Rehearsed> last = rehearsal;
    for (FlowEvent event : events) {
      switch (event) {
        case Held held -> changed.put(held.number(), HeldItem.of(held));
        case OfItem step -> changed.computeIfPresent(step.number(), (n, item) -> item.after(step));
        case AttackBegan began -> mode = new AttackMode(true, 0, began.by(), began.at());
        case AttackStepped stepped -> mode = mode.at(stepped.step());
        case AttackEnded _ -> mode = AttackMode.NONE;
        case Rehearsed rehearsed -> last = Optional.of(rehearsed);
      }
    }
    return new Standing(changed, mode, last);
  }

  /// What is or was held, the newest first.
  public List<HeldItem> items() {
    return new ArrayList<>(items.descendingMap().values());
  }

  public Optional<HeldItem> item(long number) {
    return Optional.ofNullable(items.get(number));
  }

  /// The number of the next item that is held.
  public long next() {
    return items.isEmpty() ? 1 : items.lastKey() + 1;
  }

  public AttackMode attack() {
    return attack;
  }

  /// The last time the vital flows were tried.
  public Optional<Rehearsed> rehearsal() {
    return rehearsal;
  }

  /// Whether a flow takes and gives now.
  public boolean open(Flow flow) {
    return attack.open(flow);
  }
}
