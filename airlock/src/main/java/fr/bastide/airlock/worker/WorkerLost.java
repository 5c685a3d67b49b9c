package fr.bastide.airlock.worker;

import fr.bastide.airlock.Reason;

/// A worker that did not answer as it should; its item is refused, and it is not used again.
final class WorkerLost extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  WorkerLost(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
