package fr.bastide.directory;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Providers and solutions at one moment, in the order of their identifiers.
///
/// @param version under which the skills and labels in it have their meaning
/// @param providers each identifier once
/// @param solutions each identifier once
/// @param outcomes what became of earlier panels
public record Directory(
    String version, List<Provider> providers, List<Solution> solutions, List<Outcome> outcomes) {

  public Directory {
    providers = sorted(providers, Provider::id);
    solutions = sorted(solutions, Solution::id);
    outcomes = List.copyOf(outcomes);
  }

  /// The provider with this identifier, if there is one.
  public Optional<Provider> provider(EntryId id) {
    return providers.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  /// The solution with this identifier, if there is one.
  public Optional<Solution> solution(EntryId id) {
    return solutions.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /// What earlier clients say of a provider.
  public Quality quality(EntryId provider) {
    return Quality.of(provider, outcomes);
  }

  private static <T> List<T> sorted(List<T> entries, Function<T, EntryId> id) {
    Set<EntryId> seen = new HashSet<>();
    for (T entry : entries) {
      if (!seen.add(id.apply(entry))) {
        throw new IllegalArgumentException("twice in a directory: " + id.apply(entry));
      }
    }
    return entries.stream().sorted(Comparator.comparing(id)).toList();
  }
}
