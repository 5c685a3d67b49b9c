package fr.bastide.web;

import java.net.URI;

/// The address at which people reach these pages: in mails, for passkeys, for the identity
/// provider.
///
/// @param origin scheme, host and port, without a final slash
public record PublicAddress(URI origin) {

  /// What the administrator wrote, or else the address listened on.
  public static PublicAddress of(Settings settings, ServeOptions options) {
    return new PublicAddress(
        settings
            .publicUrl()
            .map(url -> URI.create(url.getScheme() + "://" + url.getAuthority()))
            .orElseGet(() -> listened(options)));
  }

  private static URI listened(ServeOptions options) {
    String scheme = options.tls().isPresent() ? "https" : "http";
    Address listen = options.listen();
    String host =
        switch (listen.host()) {
          // A passkey needs a name; every browser takes this one for the machine itself.
          case "127.0.0.1", "::1", "0.0.0.0", "::" -> "localhost";
          default -> listen.host();
        };
    return URI.create(scheme + "://" + new Address(host, listen.port()));
  }

  /// Whether browsers reach us over HTTPS.
  public boolean secure() {
    return "https".equals(origin.getScheme());
  }

  /// The host alone.
  public String host() {
    return origin.getHost();
  }

  /// Whether passkeys can work here: browsers want a name, and HTTPS unless it is the machine
  /// itself.
  public boolean takesPasskeys() {
    boolean name = host().chars().anyMatch(Character::isLetter) && host().indexOf(':') < 0;
    return name && (secure() || host().equals("localhost"));
  }

  @Override
  public String toString() {
    return origin.toString();
  }
}
