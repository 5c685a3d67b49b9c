package fr.bastide.directory;

import fr.bastide.kernel.Money;

/// A published price of a provider, tax excluded.
///
/// @param skill for what, an identifier of the skill list
/// @param unit what is counted
/// @param from the lowest price
/// @param to the highest price, not below the lowest
public record Price(String skill, Unit unit, Money from, Money to) {

  /// What a price counts.
  public enum Unit {
    /// One person for one day.
    DAY,
    /// The whole mission.
    MISSION,
    /// One month of a service.
    MONTH
  }

  public Price {
    if (from.cents() < 0 || to.compareTo(from) < 0) {
      throw new IllegalArgumentException("a price rises from zero or more");
    }
  }
}
