package fr.bastide.loop.memory;

/// Something in memory whose state can be put back: what a database does when a transaction fails.
interface Undoable {

  /// Remembers the present state.
  ///
  /// @return puts it back
  Runnable remember();
}
