package fr.bastide.directory.sourcing;

import fr.bastide.directory.CountryCode;
import fr.bastide.directory.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one body asks beyond its centre's policy. It can only be stricter.
///
/// @param version of this policy
/// @param body whose policy it is
/// @param extendsVersion the version of the centre's policy it was written on
/// @param excluded states it excludes too
/// @param unknown what it does with unknown links, where it is stricter
/// @param accept the farthest rank it accepts, if nearer than the centre's
public record BodyPolicy(
    String version,
    String body,
    String extendsVersion,
    Map<CountryCode, Exclusion> excluded,
    Map<Origin.Link, WhenUnknown> unknown,
    Optional<Rank> accept) {

  public BodyPolicy {
    excluded = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
    unknown = Map.copyOf(unknown);
  }
}
