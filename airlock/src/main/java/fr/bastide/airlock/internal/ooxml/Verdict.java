package fr.bastide.airlock.internal.ooxml;

/// What happens to an element.
enum Verdict {
  KEEP,
  /// It goes with all that is in it.
  DROP,
  /// It goes, and what is in it stays.
  UNWRAP
}
