package fr.bastide.kernel;

/// The size class of a body, by the number of its workstations: what a measure costs depends on it.
public enum BodySize {
  /// Up to 10 workstations: a village.
  TINY(10, new Text("10 postes au plus", "up to 10 workstations")),
  /// 11 to 50 workstations: a small town, a small syndicate.
  SMALL(50, new Text("11 à 50 postes", "11 to 50 workstations")),
  /// 51 to 250 workstations: a town, an intercommunal body.
  MEDIUM(250, new Text("51 à 250 postes", "51 to 250 workstations")),
  /// More than 250 workstations: a city, a hospital, a departement.
  LARGE(Integer.MAX_VALUE, new Text("plus de 250 postes", "more than 250 workstations"));

  private final int most;
  private final Text label;

  BodySize(int most, Text label) {
    this.most = most;
    this.label = label;
  }

  /// The name of this class for people.
  public Text label() {
    return label;
  }

  /// The class of a body with this many workstations.
  public static BodySize ofWorkstations(int workstations) {
    for (BodySize size : values()) {
      if (workstations <= size.most) {
        return size;
      }
    }
    return LARGE;
  }

  /// The class one expects of a commune or an intercommunal body of this many inhabitants, until
  /// somebody counts: about one workstation for 150 inhabitants.
  public static BodySize ofPopulation(int inhabitants) {
    return ofWorkstations(Math.max(1, inhabitants / 150));
  }
}
