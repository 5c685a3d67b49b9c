package fr.bastide.telemetry;

/// What stands in a field.
public enum ValueKind {
  /// Text, perhaps empty.
  TEXT,
  /// A number, kept as it was written.
  NUMBER,
  /// `true` or `false`, kept as text.
  TRUTH,
  /// The field is there and says that it has no value.
  NULL,
  /// An object or a list: the value is its text as written; what it holds follows as fields of
  /// their own, named by dotted path.
  STRUCTURE;

  private final byte code = (byte) ordinalOnce();

  /// A small number, from 0 in the order above.
  byte code() {
    return code;
  }

  @SuppressWarnings("EnumOrdinal") // stays within this class
  private int ordinalOnce() {
    return ordinal();
  }
}
