package fr.bastide.web;

import java.util.Optional;

/// A host and a TCP port to listen on.
///
/// @param host a name or an address; an IPv6 address without its brackets
/// @param port 0 to 65535, where 0 means any free port
public record Address(String host, int port) {

  /// Reads `HOST:PORT`, `[IPV6]:PORT` or `:PORT`; empty when it is none of these. Without a host,
  /// the address is the loopback, so that nothing is opened to the outside by a shortcut.
  public static Optional<Address> parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String host = text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      return Optional.empty();
    }
    String digits = text.substring(colon + 1);
    if (digits.isEmpty()
        || digits.length() > 5
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
        || !host.chars().allMatch(Address::allowedInHost)) {
      return Optional.empty();
    }
    int port = Integer.parseInt(digits);
    return port > 65_535
        ? Optional.empty()
        : Optional.of(new Address(host.isEmpty() ? "127.0.0.1" : host, port));
  }

  private static boolean allowedInHost(int c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == ':' || c == '%';
  }

  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
