package fr.bastide.web.body;

import fr.bastide.loop.Invalid;
import fr.bastide.loop.mandate.MandateDesk.Held;
import fr.bastide.loop.mandate.MandateScope;
import fr.bastide.loop.mandate.Provider;
import java.util.List;
import java.util.Optional;

/// A form for a mandate.
///
/// @param under the mandate under which it is given; empty when the body itself gives it
/// @param tasks what may be ticked
/// @param firms who may receive it
/// @param typed what was typed
/// @param wrong what is wrong with it, if anything
public record GrantDesk(
    Optional<Held> under,
    List<MandateScope> tasks,
    List<Provider> firms,
    GrantForm typed,
    Optional<Invalid> wrong) {

  /// Whether what is wrong concerns this field.
  public boolean wrong(String field) {
    return wrong.filter(invalid -> invalid.field().equals(field)).isPresent();
  }
}
