package fr.bastide.incident.severity;

import fr.bastide.kernel.Text;

/// How grave an incident is for the people a body serves.
public enum Severity {
  /// No mission is touched.
  MINOR(new Text("mineure", "minor")),
  /// A mission is slower, or a few people are concerned.
  MODERATE(new Text("modérée", "moderate")),
  /// A mission stands still, or many data are lost or known to others.
  HIGH(new Text("élevée", "high")),
  /// Lives, care, drinking water or emergency calls are at stake.
  CRITICAL(new Text("critique", "critical"));

  private final Text label;

  Severity(Text label) {
    this.label = label;
  }

  /// Its name for people.
  public Text label() {
    return label;
  }
}
