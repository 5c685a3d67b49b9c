package fr.bastide.directory.sourcing;

import fr.bastide.kernel.Text;

/// How near an origin is, nearest first; a panel seats nearer ones before others.
public enum Rank {
  EUROPEAN(new Text("européenne", "European")),
  ALLIED(new Text("alliée", "allied")),
  /// Neither, or not proven to be.
  OTHER(new Text("autre ou non prouvée", "other, or not proven"));

  private final Text label;

  Rank(Text label) {
    this.label = label;
  }

  /// The name of this rank for people, after the French word «origine».
  public Text label() {
    return label;
  }

  /// The less near of both.
  public Rank orFarther(Rank other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
