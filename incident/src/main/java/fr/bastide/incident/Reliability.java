package fr.bastide.incident;

import fr.bastide.kernel.Text;

/// How far a source can be relied on: the letters of the NATO (Admiralty) system, AJP-2.1.
public enum Reliability {
  A(new Text("fiable", "reliable")),
  B(new Text("habituellement fiable", "usually reliable")),
  C(new Text("assez fiable", "fairly reliable")),
  D(new Text("pas toujours fiable", "not usually reliable")),
  E(new Text("non fiable", "unreliable")),
  F(new Text("fiabilité inconnue", "reliability cannot be judged"));

  private final Text label;

  Reliability(Text label) {
    this.label = label;
  }

  /// The meaning of the letter, for people.
  public Text label() {
    return label;
  }
}
