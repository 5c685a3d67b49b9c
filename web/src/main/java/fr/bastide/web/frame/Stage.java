package fr.bastide.web.frame;

import java.util.Locale;

/// The stages of the loop, in the order in which the navigation shows them.
public enum Stage {
  ASSESS,
  PLAN,
  CHOOSE,
  PROTECT,
  DETECT,
  RESPOND,
  LEARN,
  /// Beside the loop: what administrators run.
  ADMINISTER;

  /// The key of its name.
  public String key() {
    return "frame.stage." + name().toLowerCase(Locale.ROOT);
  }
}
