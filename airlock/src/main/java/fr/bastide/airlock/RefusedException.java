package fr.bastide.airlock;

/// Ends the reading of a file from deep within a parser; [Door] turns it into [Outcome.Refused].
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String where;

  public RefusedException(Reason reason, String where) {
    super(reason + " " + where, null, false, false);
    this.reason = reason;
    this.where = where;
  }

  public RefusedException(Reason reason, String where, Throwable cause) {
    super(reason + " " + where, cause);
    this.reason = reason;
    this.where = where;
  }

  public Outcome.Refused outcome() {
    return new Outcome.Refused(reason, where);
  }
}
