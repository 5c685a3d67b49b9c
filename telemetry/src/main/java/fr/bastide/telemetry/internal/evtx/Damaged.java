package fr.bastide.telemetry.internal.evtx;

/// A record cannot be decoded: it is told and passed over. Carries no stack trace, so that a file
/// full of them costs little.
final class Damaged extends Exception {

  private static final long serialVersionUID = 1L;

  private final Flaw flaw;

  Damaged(Flaw flaw) {
    super(flaw.why().en(), null, false, false);
    this.flaw = flaw;
  }

  Flaw flaw() {
    return flaw;
  }
}
