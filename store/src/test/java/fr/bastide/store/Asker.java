package fr.bastide.store;

import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import java.util.Set;

/// Somebody who asks the database for rows of one body.
///
/// @param name how to name it in a failure
/// @param caller who asks; a visitor for the house itself
/// @param house whether it is the house's own work
/// @param acts what the application lets it do to that body, the territory or itself
/// @param traits what else decides: what no act says
record Asker(String name, Caller caller, boolean house, Set<Act> acts, Set<Trait> traits) {

  /// What decides beside the acts.
  enum Trait {
    /// The rows of one person are its own.
    OWNER,
    /// A referent of the body, and nothing more: may not make or unmake officials.
    REFERENT,
    /// May invite people to some body, this one or another one.
    INVITES_SOMEWHERE,
    /// Works for the firm that holds the mandate.
    HOLDER
  }

  Asker {
    acts = Set.copyOf(acts);
    traits = Set.copyOf(traits);
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }
}
