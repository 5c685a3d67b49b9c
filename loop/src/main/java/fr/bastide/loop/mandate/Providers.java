package fr.bastide.loop.mandate;

import fr.bastide.loop.ProviderId;
import java.util.List;
import java.util.Optional;

/// The firms known to the territory. Port.
public interface Providers {

  /// Keeps a provider.
  ///
  /// @throws fr.bastide.loop.Conflict when another has the same SIREN
  void add(Provider provider);

  /// The provider with this identifier, if there is one.
  Optional<Provider> find(ProviderId id);

  /// All providers by name.
  List<Provider> all();
}
