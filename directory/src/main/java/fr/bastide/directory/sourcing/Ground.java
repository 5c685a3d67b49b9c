package fr.bastide.directory.sourcing;

import fr.bastide.directory.CountryCode;
import fr.bastide.directory.Origin;

/// Why an origin is refused, or what must be asked about it.
public sealed interface Ground {

  /// The link it is about.
  Origin.Link link();

  /// A state is excluded.
  ///
  /// @param link where it stands in the chain
  /// @param exclusion the exclusion and its reason
  record StateExcluded(Origin.Link link, Exclusion exclusion) implements Ground {}

  /// A state is not as near as the policy wants.
  ///
  /// @param link where it stands in the chain
  /// @param state which state
  /// @param accepted the farthest rank accepted
  record TooFar(Origin.Link link, CountryCode state, Rank accepted) implements Ground {}

  /// Nobody has said.
  ///
  /// @param link what is not known
  record NotSaid(Origin.Link link) implements Ground {}
}
