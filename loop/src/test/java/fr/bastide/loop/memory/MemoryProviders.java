package fr.bastide.loop.memory;

import fr.bastide.kernel.Text;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.mandate.Provider;
import fr.bastide.loop.mandate.Providers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Providers in memory.
public final class MemoryProviders implements Providers, Undoable {

  private final List<Provider> providers = new ArrayList<>();

  @Override
  public void add(Provider provider) {
    if (provider.siren().isPresent()
        && providers.stream().anyMatch(p -> p.siren().equals(provider.siren()))) {
      throw new Conflict(
          new Text(
              "Ce SIREN est déjà celui d’un prestataire.", "This SIREN has a provider already."));
    }
    providers.add(provider);
  }

  @Override
  public Optional<Provider> find(ProviderId id) {
    return providers.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  @Override
  public List<Provider> all() {
    return providers.stream().sorted(Comparator.comparing(Provider::name)).toList();
  }

  @Override
  public Runnable remember() {
    List<Provider> before = List.copyOf(providers);
    return () -> {
      providers.clear();
      providers.addAll(before);
    };
  }
}
