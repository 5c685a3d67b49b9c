package fr.bastide.web;

import java.nio.file.Path;
import java.util.Optional;

/// What `bastide serve` was asked.
///
/// @param data the directory that holds everything Bastide writes
/// @param listen where pages are served
/// @param management where health and metrics are served; empty for the usual loopback port, or any
///   free one when it is taken
/// @param databaseUrl the JDBC URL of one's own PostgreSQL; empty for the embedded server
/// @param tls the certificate to serve HTTPS with; empty for plain HTTP
/// @param territory the code of the region whose bodies are loaded, such as `76`
/// @param demo whether to fill the territory with marked examples
public record ServeOptions(
    Path data,
    Address listen,
    Optional<Address> management,
    Optional<String> databaseUrl,
    Optional<Tls> tls,
    String territory,
    boolean demo) {

  /// A certificate chain and its private key, both PEM files.
  public record Tls(Path certificate, Path key) {}

  /// Options for a server of one's own in this directory, on any free loopback port.
  public static ServeOptions in(Path data) {
    Address anyPort = new Address("127.0.0.1", 0);
    return new ServeOptions(
        data, anyPort, Optional.of(anyPort), Optional.empty(), Optional.empty(), "76", false);
  }

  /// The same, listening on this port.
  ServeOptions on(int port) {
    return new ServeOptions(
        data, new Address(listen.host(), port), management, databaseUrl, tls, territory, demo);
  }

  /// The file of settings that an administrator may write: `bastide.properties` in the data
  /// directory.
  public Path settingsFile() {
    return data.resolve("bastide.properties");
  }

  /// Where structured logs are written.
  public Path logFile() {
    return data.resolve("log").resolve("bastide.json");
  }
}
