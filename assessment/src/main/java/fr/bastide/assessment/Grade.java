package fr.bastide.assessment;

/// The letter one remembers, A the best.
public enum Grade {
  A,
  B,
  C,
  D,
  E;

  /// The worse of two grades.
  public Grade cappedAt(Grade cap) {
    return compareTo(cap) >= 0 ? this : cap;
  }

  /// Whether this grade is better than another.
  public boolean betterThan(Grade other) {
    return compareTo(other) < 0;
  }
}
