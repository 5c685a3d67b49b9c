package fr.bastide.incident.reflex;

import fr.bastide.incident.internal.ReflexReader;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All reflex cards, in one version.
///
/// @param version the version, by date
/// @param signs everything one may see, in the order in which one asks
/// @param cards the cards, in the order in which one shows them
/// @param fallback the card for who does not know
public record ReflexCards(
    String version, List<Sign> signs, List<ReflexCard> cards, ReflexCard fallback) {

  public ReflexCards {
    signs = List.copyOf(signs);
    cards = List.copyOf(cards);
  }

  /// The cards that come with Bastide.
  public static ReflexCards builtin() {
    return ReflexReader.builtin();
  }

  /// The card of a kind.
  public Optional<ReflexCard> card(String kind) {
    return cards.stream().filter(card -> card.id().equals(kind)).findFirst();
  }

  /// The cards that these signs point to, the likeliest first; the fallback alone when none does.
  /// Signs that do not exist point nowhere. Equal cards keep the order of the set.
  ///
  /// @param seen identifiers of signs
  public List<Suggestion> suggest(Set<String> seen) {
    List<Suggestion> suggestions =
        cards.stream()
            .filter(card -> !card.equals(fallback))
            .map(card -> Suggestion.of(card, card.seen(seen)))
            .filter(suggestion -> suggestion.points() > 0)
            .sorted(Comparator.comparingInt(Suggestion::points).reversed())
            .toList();
    return suggestions.isEmpty()
        ? List.of(Suggestion.of(fallback, fallback.seen(seen)))
        : suggestions;
  }
}
