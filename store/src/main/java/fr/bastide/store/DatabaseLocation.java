package fr.bastide.store;

import java.nio.file.Path;

/// Where the database is.
public sealed interface DatabaseLocation {

  /// A server of Bastide's own in a private directory.
  ///
  /// @param dataDirectory made if missing
  record Embedded(Path dataDirectory) implements DatabaseLocation {}

  /// A server that the operator runs.
  ///
  /// @param url `postgres://user:password@host:port/name`, or a `jdbc:postgresql:` URL
  record External(String url) implements DatabaseLocation {

    /// Without the URL, which may hold a password.
    @Override
    public String toString() {
      return "External[url]";
    }
  }
}
