package fr.bastide.incident.dossier;

/// How far a piece of information may travel: the Traffic Light Protocol 2.0 of FIRST, from the
/// freest to the strictest.
public enum Marking {
  CLEAR("TLP:CLEAR"),
  GREEN("TLP:GREEN"),
  AMBER("TLP:AMBER"),
  AMBER_STRICT("TLP:AMBER+STRICT"),
  RED("TLP:RED");

  private final String label;

  Marking(String label) {
    this.label = label;
  }

  /// The label of the protocol, such as `TLP:AMBER+STRICT`.
  public String label() {
    return label;
  }

  /// Whether it may go where no more than `most` may.
  public boolean within(Marking most) {
    return compareTo(most) <= 0;
  }
}
