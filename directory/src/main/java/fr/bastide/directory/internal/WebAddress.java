package fr.bastide.directory.internal;

import fr.bastide.kernel.Text;
import java.net.URI;
import java.net.URISyntaxException;

/// Addresses on the web as entries may give them.
final class WebAddress {

  static final Text RULE =
      new Text(
          "Une adresse web commence par https:// (ou http://) et ne contient pas d’espace.",
          "A web address begins with https:// (or http://) and has no space.");

  private WebAddress() {}

  static boolean valid(String address) {
    try {
      URI uri = new URI(address);
      return (address.startsWith("https://") || address.startsWith("http://"))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
