package fr.bastide.loop.access;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.Transactions;
import fr.bastide.loop.journal.Journal;
import fr.bastide.loop.journal.JournalEvent;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// What every use case crosses: one transaction in which the right is checked, the work done, and
/// the journal written. If any of the three fails, nothing happened.
public final class Threshold {

  private final Transactions transactions;
  private final Gate gate;
  private final Journal journal;
  private final InstantSource clock;

  /// A threshold made of these.
  public Threshold(Transactions transactions, Gate gate, Journal journal, InstantSource clock) {
    this.transactions = transactions;
    this.gate = gate;
    this.journal = journal;
    this.clock = clock;
  }

  /// Does an act on a body.
  ///
  /// @param object what exactly is acted on, such as `assessment 3f…/backups.offline`; no personal
  ///   data
  public <T> T cross(Caller caller, Act act, BodyId body, String object, Supplier<T> work) {
    return transactions.inside(
        caller,
        () -> {
          gate.require(caller, act, body);
          T result = work.get();
          note(caller, act, Optional.of(body), object);
          return result;
        });
  }

  /// Does an act that concerns no body.
  public <T> T cross(Caller caller, Act act, String object, Supplier<T> work) {
    return transactions.inside(
        caller,
        () -> {
          gate.require(caller, act);
          T result = work.get();
          note(caller, act, Optional.empty(), object);
          return result;
        });
  }

  /// Checks the right to an act on a body before work that is too long for a transaction; leaves no
  /// entry in the journal.
  public void require(Caller caller, Act act, BodyId body) {
    transactions.inside(
        caller,
        () -> {
          gate.require(caller, act, body);
          return act;
        });
  }

  /// Whether the caller may do an act to a body: to show a button or not.
  public boolean may(Caller caller, Act act, BodyId body) {
    return transactions.inside(caller, () -> gate.allows(caller, act, body));
  }

  /// The gate, to ask without acting, within a transaction when a body is concerned: mandates are
  /// read there.
  public Gate gate() {
    return gate;
  }

  /// Where the work runs.
  public Transactions transactions() {
    return transactions;
  }

  /// Writes an entry for something the house itself did, within the present transaction.
  public void noteHouse(String act, Optional<BodyId> body, String object) {
    journal.append(new JournalEvent(clock.instant(), Optional.empty(), act, body, object));
  }

  /// The clock of the house.
  public InstantSource clock() {
    return clock;
  }

  private void note(Caller caller, Act act, Optional<BodyId> body, String object) {
    if (act.rule().kept()) {
      journal.append(new JournalEvent(clock.instant(), caller.account(), act.name(), body, object));
    }
  }
}
