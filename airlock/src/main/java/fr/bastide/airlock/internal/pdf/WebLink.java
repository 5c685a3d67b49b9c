package fr.bastide.airlock.internal.pdf;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// A link to the web or to a mail address that may stay: `http`, `https` and `mailto`, to a plain
/// host name, without user, control character or other trick.
final class WebLink {

  private static final int MAX_LENGTH = 2048;

  private WebLink() {}

  /// The address as it may stay; empty when it must go.
  static Optional<String> plain(String address) {
    String text = address.strip();
    if (text.length() > MAX_LENGTH
        || text.isEmpty()
        || !text.chars().allMatch(WebLink::printable)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean allowed =
          switch (scheme) {
            case "http", "https" ->
                uri.getHost() != null && uri.getRawUserInfo() == null && plainHost(uri.getHost());
            case "mailto" -> plainMail(uri.getRawSchemeSpecificPart());
            default -> false;
          };
      return allowed ? Optional.of(text) : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  private static boolean printable(int c) {
    return c > ' ' && c < 127 && c != '"' && c != '<' && c != '>' && c != '\\' && c != '`';
  }

  private static boolean plainHost(String host) {
    int dot = host.lastIndexOf('.');
    // A name with a domain: no bare name of the house's own network, no address in figures.
    return dot > 0
        && dot < host.length() - 1
        && !host.startsWith("[")
        && Character.isLetter(host.charAt(dot + 1));
  }

  private static boolean plainMail(String rest) {
    String lower = rest.toLowerCase(Locale.ROOT);
    // Some mail programs take an attachment from the address: never let one name a file.
    return rest.indexOf('@') > 0 && !lower.contains("attach");
  }
}
