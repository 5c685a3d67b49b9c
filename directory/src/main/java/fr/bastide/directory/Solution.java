package fr.bastide.directory;

import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Money;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A product or packaged service that a body can buy from the providers that offer it.
///
/// @param id its identifier
/// @param name its name
/// @param vendor who makes it
/// @param origin who controls it and whose law reaches it
/// @param certifications what it is certified or qualified for
/// @param prices what it costs by size of body, tax excluded
/// @param measures the measures of a plan it serves, identifiers of the assessment's referential
/// @param website its address on the web, if known
/// @param fictional made up, for rehearsals
/// @param sources where the facts come from
public record Solution(
    EntryId id,
    String name,
    String vendor,
    Origin origin,
    List<HeldLabel> certifications,
    Map<BodySize, Fee> prices,
    Set<String> measures,
    Optional<String> website,
    boolean fictional,
    List<Source> sources) {

  public Solution {
    certifications = List.copyOf(certifications);
    Map<BodySize, Fee> bySize = new EnumMap<>(BodySize.class);
    bySize.putAll(prices);
    prices = Collections.unmodifiableMap(bySize);
    measures = Collections.unmodifiableSortedSet(new TreeSet<>(measures));
    sources = List.copyOf(sources);
  }

  /// What a solution costs a body.
  ///
  /// @param setup once
  /// @param yearly each year
  public record Fee(Money setup, Money yearly) {}
}
