package fr.bastide.loop.memory;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.Mandates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Mandates in memory.
public final class MemoryMandates implements Mandates, Undoable {

  private final List<Mandate> mandates = new ArrayList<>();

  @Override
  public void add(Mandate mandate) {
    mandates.addFirst(mandate);
  }

  @Override
  public Optional<Mandate> find(MandateId id) {
    return mandates.stream().filter(m -> m.id().equals(id)).findFirst();
  }

  @Override
  public List<Mandate> ofBody(BodyId body) {
    return those(m -> m.body().equals(body));
  }

  @Override
  public List<Mandate> ofProvider(ProviderId provider) {
    return those(m -> m.provider().equals(provider));
  }

  @Override
  public void revoke(MandateId id, Instant at) {
    mandates.replaceAll(m -> m.id().equals(id) && m.revokedAt().isEmpty() ? revoked(m, at) : m);
    mandates.stream()
        .filter(m -> m.under().filter(id::equals).isPresent())
        .map(Mandate::id)
        .toList()
        .forEach(below -> revoke(below, at));
  }

  private List<Mandate> those(Predicate<Mandate> wanted) {
    return mandates.stream().filter(wanted).toList();
  }

  private static Mandate revoked(Mandate m, Instant at) {
    return new Mandate(
        m.id(),
        m.body(),
        m.provider(),
        m.scopes(),
        m.from(),
        m.until(),
        m.grantedBy(),
        m.mayBringVendors(),
        m.under(),
        Optional.of(at));
  }

  @Override
  public Runnable remember() {
    List<Mandate> before = List.copyOf(mandates);
    return () -> {
      mandates.clear();
      mandates.addAll(before);
    };
  }
}
