package fr.bastide.loop.mandate;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.ProviderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The mandates that were ever granted. Port.
public interface Mandates {

  /// Keeps a new mandate.
  void add(Mandate mandate);

  /// The mandate with this identifier, if the caller may see it.
  Optional<Mandate> find(MandateId id);

  /// All mandates of a body, newest first, ended ones included.
  List<Mandate> ofBody(BodyId body);

  /// All mandates given to a provider, newest first, ended ones included.
  List<Mandate> ofProvider(ProviderId provider);

  /// Ends a mandate and those under it at an instant; does nothing to those already revoked.
  void revoke(MandateId id, Instant at);
}
