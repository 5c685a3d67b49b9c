package fr.bastide.directory;

import fr.bastide.kernel.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// [Providers] in memory, for the command line and tests; safe for several threads.
public final class MemoryProviders implements Providers {

  private final Map<EntryId, Provider> byId = new TreeMap<>();

  @Override
  public synchronized void add(Provider provider) {
    if (byId.containsKey(provider.id())) {
      throw new DirectoryException(
          new Text(
              "L’identifiant «\u00a0"
                  + provider.id()
                  + "\u00a0» est déjà pris\u00a0: choisissez-en un autre.",
              "The identifier \"" + provider.id() + "\" is taken: choose another one."));
    }
    refuseTakenSiren(provider);
    byId.put(provider.id(), provider);
  }

  @Override
  public synchronized void replace(Provider read, Provider changed) {
    if (!read.id().equals(changed.id())) {
      throw new DirectoryException(
          new Text(
              "Une fiche garde son identifiant\u00a0: supprimez-la et créez-en une autre.",
              "An entry keeps its identifier: remove it and create another one."));
    }
    if (!read.equals(byId.get(read.id()))) {
      throw new DirectoryException(
          new Text(
              "Cette fiche a changé entre-temps\u00a0: relisez-la, puis recommencez.",
              "This entry has changed meanwhile: read it again, then start over."));
    }
    refuseTakenSiren(changed);
    byId.put(changed.id(), changed);
  }

  @Override
  public synchronized void remove(EntryId id) {
    byId.remove(id);
  }

  @Override
  public synchronized Optional<Provider> find(EntryId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized List<Provider> all() {
    return List.copyOf(byId.values());
  }

  private void refuseTakenSiren(Provider provider) {
    for (Provider other : byId.values()) {
      if (!other.id().equals(provider.id())
          && provider.identity().siren().isPresent()
          && other.identity().siren().equals(provider.identity().siren())) {
        throw new DirectoryException(
            new Text(
                "Le prestataire «\u00a0" + other.id() + "\u00a0» a déjà ce numéro SIREN.",
                "The provider \"" + other.id() + "\" already has this SIREN number."));
      }
    }
  }
}
