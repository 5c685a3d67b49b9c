package fr.bastide.directory;

import fr.bastide.kernel.Text;

/// When a provider answers a call for help; later constants include the earlier ones.
public enum Hours {
  BUSINESS_HOURS(new Text("heures de bureau", "business hours")),
  EXTENDED_HOURS(new Text("soirs et samedis compris", "evenings and Saturdays included")),
  AROUND_THE_CLOCK(new Text("24 h sur 24, 7 jours sur 7", "around the clock, 7 days a week"));

  private final Text label;

  Hours(Text label) {
    this.label = label;
  }

  /// The name of these hours for people.
  public Text label() {
    return label;
  }

  /// Whether somebody who needs these hours is served.
  public boolean enoughFor(Hours needed) {
    return compareTo(needed) >= 0;
  }
}
