package fr.bastide.loop.assess;

/// What became of an answer that was sent.
public sealed interface Saved {

  /// It is kept; from now on its version is this one.
  record Kept(StoredAnswer answer) implements Saved {}

  /// Somebody answered in the meantime: nothing was overwritten, and both answers are in the
  /// history.
  ///
  /// @param theirs what stands
  /// @param yours what was sent
  record Stale(StoredAnswer theirs, StoredAnswer yours) implements Saved {}
}
