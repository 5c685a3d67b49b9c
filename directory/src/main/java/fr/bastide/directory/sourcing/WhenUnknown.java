package fr.bastide.directory.sourcing;

/// What an unknown link does; nothing unknown is ever let through in silence.
public enum WhenUnknown {
  /// Admitted, with the question to put to the vendor before signing.
  ASK,
  /// Excluded until somebody says.
  EXCLUDE
}
