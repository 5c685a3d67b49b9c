package fr.bastide.store;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.ProviderRole;
import java.util.Optional;
import java.util.UUID;

/// How a hat lies in three columns: the body or the provider, or neither, and the role.
///
/// @param kind `BODY`, `PROVIDER` or `CENTRE`
/// @param body the body's identifier, if it is a hat in a body
/// @param provider the provider's identifier, if it is a hat in a provider
/// @param role the name of the role
record Hats(String kind, Optional<String> body, Optional<UUID> provider, String role) {

  static Hats of(Membership membership) {
    return switch (membership) {
      case Membership.OfBody(var body, var role) ->
          new Hats("BODY", Optional.of(body.value()), Optional.empty(), role.name());
      case Membership.OfProvider(var provider, var role) ->
          new Hats("PROVIDER", Optional.empty(), Optional.of(provider.value()), role.name());
      case Membership.OfCentre(var role) ->
          new Hats("CENTRE", Optional.empty(), Optional.empty(), role.name());
    };
  }

  Membership membership() {
    if (body.isPresent()) {
      return new Membership.OfBody(new BodyId(body.get()), BodyRole.valueOf(role));
    }
    return provider
        .<Membership>map(
            id -> new Membership.OfProvider(new ProviderId(id), ProviderRole.valueOf(role)))
        .orElseGet(() -> new Membership.OfCentre(CentreRole.valueOf(role)));
  }
}
