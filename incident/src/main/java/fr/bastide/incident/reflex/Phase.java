package fr.bastide.incident.reflex;

import fr.bastide.kernel.Text;

/// What a group of steps is for. Each card puts them in the order that saves most.
public enum Phase {
  /// To find out what it is and how far it goes.
  QUALIFY(new Text("Comprendre", "Understand")),
  /// To keep it from spreading.
  CONTAIN(new Text("Arrêter les dégâts", "Stop the damage")),
  /// To keep what the inquiry will need.
  PRESERVE(new Text("Garder les preuves", "Keep the evidence")),
  /// To tell those who must know.
  WARN(new Text("Prévenir", "Tell people"));

  private final Text label;

  Phase(Text label) {
    this.label = label;
  }

  /// Its name for people.
  public Text label() {
    return label;
  }
}
