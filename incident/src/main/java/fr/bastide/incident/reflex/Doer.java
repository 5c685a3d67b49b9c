package fr.bastide.incident.reflex;

import fr.bastide.kernel.Text;

/// Who does a step.
public enum Doer {
  /// Whoever is there.
  ANYONE(new Text("Vous, maintenant", "You, now")),
  /// The IT department or its provider.
  IT(new Text("Le service ou prestataire informatique", "The IT department or provider")),
  /// Who can decide for the body.
  OFFICIAL(new Text("Le maire, l’élu ou la direction", "The mayor, official or director"));

  private final Text label;

  Doer(Text label) {
    this.label = label;
  }

  /// Its name for people.
  public Text label() {
    return label;
  }
}
