package fr.bastide.incident.rsit;

import fr.bastide.kernel.Text;

/// How sure a classification is.
public enum Confidence {
  POSSIBLE(new Text("possible", "possible")),
  LIKELY(new Text("probable", "likely")),
  CERTAIN(new Text("établi", "established"));

  private final Text label;

  Confidence(Text label) {
    this.label = label;
  }

  /// Its name for people.
  public Text label() {
    return label;
  }

  /// One step less sure.
  Confidence less() {
    return this == CERTAIN ? LIKELY : POSSIBLE;
  }
}
