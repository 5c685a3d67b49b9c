package fr.bastide.airlock.internal.audit;

import java.util.Locale;

/// Style rules that load or run something.
final class Style {

  private Style() {}

  static boolean reachesOut(String css) {
    String small = css.toLowerCase(Locale.ROOT);
    if (small.contains("@import")
        || small.contains("expression(")
        || small.contains("javascript:")
        || small.contains("-moz-binding")
        || small.contains("behavior:")) {
      return true;
    }
    for (int at = small.indexOf("url("); at >= 0; at = small.indexOf("url(", at + 1)) {
      String target = small.substring(at + 4).strip();
      if (target.startsWith("\"") || target.startsWith("'")) {
        target = target.substring(1).strip();
      }
      if (!target.startsWith("#") && !target.startsWith("data:image/")) {
        return true;
      }
    }
    return false;
  }
}
