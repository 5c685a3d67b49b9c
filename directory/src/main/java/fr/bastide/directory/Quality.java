package fr.bastide.directory;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What earlier clients say of a provider, as shown to everyone; it never changes a draw.
///
/// @param done works done
/// @param abandoned works given up
/// @param declined requests declined
/// @param unanswered requests never answered
/// @param ratings how many bodies gave a mark
/// @param satisfaction the mean of the marks in tenths, 10 to 50, from three marks on: fewer would
///   say who gave them
public record Quality(
    int done,
    int abandoned,
    int declined,
    int unanswered,
    int ratings,
    Optional<Integer> satisfaction) {

  private static final int FEWEST = 3;

  /// The quality that these outcomes show of one provider.
  public static Quality of(EntryId provider, Collection<Outcome> outcomes) {
    Map<Outcome.Result, Integer> results = new EnumMap<>(Outcome.Result.class);
    int marks = 0;
    int sum = 0;
    for (Outcome outcome : outcomes) {
      if (outcome.provider().equals(provider)) {
        results.merge(outcome.result(), 1, Integer::sum);
        marks += outcome.satisfaction().isPresent() ? 1 : 0;
        sum += outcome.satisfaction().orElse(0);
      }
    }
    return new Quality(
        results.getOrDefault(Outcome.Result.DONE, 0),
        results.getOrDefault(Outcome.Result.ABANDONED, 0),
        results.getOrDefault(Outcome.Result.DECLINED, 0),
        results.getOrDefault(Outcome.Result.UNANSWERED, 0),
        marks,
        marks < FEWEST ? Optional.empty() : Optional.of((sum * 10 + marks / 2) / marks));
  }
}
