package fr.bastide.airlock.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A ledger that forgets everything with the test.
final class MemoryLedger implements Ledger {

  private final List<FlowEvent> events = new ArrayList<>();

  @Override
  public List<FlowEvent> events() {
    return List.copyOf(events);
  }

  @Override
  public Standing standing() {
    return Standing.after(events);
  }

  @Override
  public Decision decide(Function<Standing, Decision> wish) {
    Decision decision = wish.apply(standing());
    if (decision instanceof Decision.Done done) {
      events.add(done.event());
    }
    return decision;
  }
}
