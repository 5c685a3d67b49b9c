package fr.bastide.detection.stix;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// Tells names and addresses of the net from what merely stands in their place.
final class WebNames {

  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_LABEL = 63;

  private WebNames() {}

  /// Whether this is a domain name of at least two labels, as RFC 1034 writes them.
  static boolean domain(String name) {
    if (name.length() > LONGEST_NAME || name.indexOf('.') < 1) {
      return false;
    }
    int label = 0;
    boolean letters = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean end = i + 1 == name.length() || name.charAt(i + 1) == '.';
      if (c == '.') {
        label = 0;
      } else if (++label > LONGEST_LABEL || !plain(c) || c == '-' && (label == 1 || end)) {
        return false;
      }
      letters |= Character.isLetter(c);
    }
    return letters && !name.contains("..") && !name.endsWith(".");
  }

  private static boolean plain(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
  }

  /// Whether this is a whole address of the web.
  static boolean url(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https") || scheme.equals("ftp");
      return web && uri.getHost() != null && text.chars().allMatch(c -> c > ' ' && c < 127);
    } catch (URISyntaxException none) {
      return false;
    }
  }
}
