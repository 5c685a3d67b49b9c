package fr.bastide.loop.access;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.ProviderId;

/// One hat a person wears. A person may wear several.
public sealed interface Membership {

  /// Works for a public body.
  record OfBody(BodyId body, BodyRole role) implements Membership {}

  /// Works for a provider.
  record OfProvider(ProviderId provider, ProviderRole role) implements Membership {}

  /// Works for the regional centre, or watches for the State.
  record OfCentre(CentreRole role) implements Membership {}
}
