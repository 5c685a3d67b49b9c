package fr.bastide.incident.reflex;

import java.util.List;

/// A card that what one sees points to.
///
/// @param card the card
/// @param because the signs that point to it; none when no sign does and the card is the fallback
/// @param points how strongly, the sum of the weights
public record Suggestion(ReflexCard card, List<Sign> because, int points) {

  public Suggestion {
    because = List.copyOf(because);
  }

  static Suggestion of(ReflexCard card, List<Clue> seen) {
    return new Suggestion(
        card,
        seen.stream().map(Clue::sign).toList(),
        seen.stream().mapToInt(clue -> clue.weight().points()).sum());
  }
}
