package fr.bastide.post;

import java.util.Optional;

/// The mail server that takes our letters.
///
/// @param host its name
/// @param port 25, 465 or 587
/// @param security how the connection is protected
/// @param login the account, if it wants one
/// @param from the address letters come from
public record SmtpServer(
    String host, int port, Security security, Optional<Login> login, String from) {

  /// How the connection is protected.
  public enum Security {
    /// Not at all: only for a server on the same machine.
    NONE,
    /// Starts plain and must become TLS (RFC 3207); nothing is sent otherwise.
    STARTTLS,
    /// TLS from the first byte (RFC 8314).
    TLS
  }

  /// An account on the server.
  public record Login(String user, String password) {

    @Override
    public String toString() {
      return "Login[…]";
    }
  }
}
