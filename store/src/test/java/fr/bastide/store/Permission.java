package fr.bastide.store;

import fr.bastide.loop.access.Act;
import java.util.List;
import java.util.function.Predicate;

/// Who may do one thing to some rows, as the application has it.
///
/// @param granted whether the application's own role may at all; then the house may
/// @param others who may beside the house
record Permission(boolean granted, Predicate<Asker> others) {

  static final Permission NOBODY = new Permission(false, asker -> false);
  static final Permission HOUSE = new Permission(true, asker -> false);
  static final Permission EVERYBODY = new Permission(true, asker -> true);
  static final Permission SIGNED_IN = new Permission(true, asker -> asker.caller().known());

  /// Those whom the application lets do one of these.
  static Permission who(Act... acts) {
    return new Permission(true, asker -> List.of(acts).stream().anyMatch(asker.acts()::contains));
  }

  static Permission who(Asker.Trait trait) {
    return new Permission(true, asker -> asker.is(trait));
  }

  Permission or(Permission more) {
    return new Permission(granted, others.or(more.others));
  }

  Permission but(Asker.Trait trait) {
    return new Permission(granted, others.and(asker -> !asker.is(trait)));
  }

  boolean allows(Asker asker) {
    return asker.house() ? granted : others.test(asker);
  }
}
