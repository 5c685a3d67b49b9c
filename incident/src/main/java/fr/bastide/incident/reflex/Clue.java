package fr.bastide.incident.reflex;

/// A sign by which a card is recognised, and how much it says.
///
/// @param sign what one sees
/// @param weight how much it points to this card
public record Clue(Sign sign, Weight weight) {

  /// How much a sign says.
  public enum Weight {
    /// Seen with many kinds of incident.
    WEAK(1),
    /// Seen mostly with this kind.
    FAIR(2),
    /// Hardly seen with any other kind.
    STRONG(3);

    private final int points;

    Weight(int points) {
      this.points = points;
    }

    /// What it counts for when signs are added up.
    public int points() {
      return points;
    }
  }
}
