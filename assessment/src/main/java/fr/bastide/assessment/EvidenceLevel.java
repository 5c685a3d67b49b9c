package fr.bastide.assessment;

/// What stands behind an answer, from the weakest to the strongest.
public enum EvidenceLevel {
  /// Somebody said so.
  DECLARED,
  /// A document shows it: a contract, a procedure, an invoice.
  DOCUMENT,
  /// A technical check showed it: an export, a screen, a scan.
  TECHNICAL_CHECK,
  /// It was tried for real and held: a restoration, an attack rehearsal.
  BACK_TESTED
}
