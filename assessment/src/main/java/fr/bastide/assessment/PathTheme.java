package fr.bastide.assessment;

import fr.bastide.kernel.Text;

/// The eight themes of the national co-funded security path (*parcours de cybersécurité*).
public enum PathTheme {
  AWARENESS(new Text("Sensibilisation et organisation", "Awareness and organisation")),
  ACCESS(new Text("Contrôle des accès", "Access control")),
  DATA(new Text("Données, applications et services", "Data, applications and services")),
  EQUIPMENT(new Text("Équipements de travail", "Work equipment")),
  NETWORK(new Text("Réseau", "Network")),
  ADMINISTRATION(new Text("Administration et exploitation", "Administration and operation")),
  VULNERABILITIES(new Text("Connaissance des vulnérabilités", "Knowledge of vulnerabilities")),
  DETECTION(new Text("Détection et réaction", "Detection and reaction"));

  private final Text label;

  PathTheme(Text label) {
    this.label = label;
  }

  /// The name of this theme for people.
  public Text label() {
    return label;
  }
}
