package fr.bastide.incident.condition;

/// True, false, or unknown: the strong three-valued logic of Kleene (1952). An answer that is still
/// missing leaves a condition unknown only when it could change it.
public enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  /// Both: the lesser of the two.
  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /// Either: the greater of the two.
  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /// The contrary; unknown stays unknown.
  public Truth not() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /// The truth of a fact that is known.
  public static Truth of(boolean known) {
    return known ? TRUE : FALSE;
  }
}
