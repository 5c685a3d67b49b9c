package fr.bastide.airlock.internal.audit;

/// The auditor cannot read on: the file does not leave.
final class AuditFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AuditFailure(String where) {
    super(where, null, false, false);
  }
}
