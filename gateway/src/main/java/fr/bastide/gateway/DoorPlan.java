package fr.bastide.gateway;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/// Which doors a side opens for people and programs.
///
/// @param sftp where SFTP listens
/// @param page where the web page (and on the high side WebDAV) listens
/// @param tls certificate and key of the page; without them it listens on this machine alone
public record DoorPlan(
    Optional<InetSocketAddress> sftp, Optional<InetSocketAddress> page, Optional<Tls> tls) {

  /// No door but the folders.
  public static final DoorPlan NONE =
      new DoorPlan(Optional.empty(), Optional.empty(), Optional.empty());

  /// @param certificate PEM, the server's own certificate first
  /// @param key PEM, PKCS #8 without a password
  public record Tls(Path certificate, Path key) {}
}
