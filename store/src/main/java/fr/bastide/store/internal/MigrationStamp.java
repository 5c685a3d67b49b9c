package fr.bastide.store.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A hash over all migrations, left as the comment of the schema once they are applied. When it is
/// found there at the next start, nothing is left to migrate, and the second of CPU that it takes
/// to look more closely is saved.
///
/// @param hash SHA-256 in hexadecimal
record MigrationStamp(String hash) {

  private static final String FIRST = "/" + Migrations.FOLDER + "/V1__first_loop.sql";
  private static final String PREFIX = "migrations ";

  /// The stamp of this program; empty where its resources cannot be listed.
  static Optional<MigrationStamp> ofThisProgram() {
    return Optional.ofNullable(MigrationStamp.class.getResource(FIRST))
        .flatMap(MigrationStamp::contents)
        .map(MigrationStamp::of);
  }

  private static Optional<SortedMap<String, byte[]>> contents(URL first) {
    try {
      if (first.openConnection() instanceof JarURLConnection jar) {
        return Optional.of(inJar(jar));
      }
      return first.getProtocol().equals("file")
          ? Optional.of(inFolder(PrivateFiles.parent(Path.of(first.toURI()))))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static SortedMap<String, byte[]> inJar(JarURLConnection jar) throws IOException {
    var contents = new TreeMap<String, byte[]>();
    var file = jar.getJarFile();
    for (var entry : file.stream().filter(e -> isMigration(e.getName())).toList()) {
      try (var in = file.getInputStream(entry)) {
        contents.put(entry.getName(), in.readAllBytes());
      }
    }
    return contents;
  }

  private static boolean isMigration(String name) {
    return name.startsWith(Migrations.FOLDER) && name.endsWith(".sql");
  }

  private static SortedMap<String, byte[]> inFolder(Path folder) throws IOException {
    var contents = new TreeMap<String, byte[]>();
    try (var files = Files.newDirectoryStream(folder, "*.sql")) {
      for (var file : files) {
        contents.put(Migrations.FOLDER + "/" + file.getFileName(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private static MigrationStamp of(SortedMap<String, byte[]> contents) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      contents.forEach((name, content) -> {
        digest.update(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(content);
      });
      return new MigrationStamp(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The version of the tables, if the database bears this stamp.
  Optional<String> versionIn(Connection owner) throws SQLException {
    try (var statement =
        owner.prepareStatement(
            "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = ?")) {
      statement.setString(1, Roles.SCHEMA);
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.ofNullable(rows.getString(1))
                .filter(comment -> comment.startsWith(PREFIX + hash + " "))
                .map(comment -> comment.substring(PREFIX.length() + hash.length() + 1))
            : Optional.empty();
      }
    }
  }

  /// Leaves this stamp and the version of the tables in the database.
  void leaveIn(Connection owner, String version) throws SQLException {
    try (var statement =
        owner.prepareStatement("SELECT format('COMMENT ON SCHEMA %I IS %L', ?, ?)")) {
      statement.setString(1, Roles.SCHEMA);
      statement.setString(2, PREFIX + hash + " " + version);
      try (var rows = statement.executeQuery();
          var comment = owner.createStatement()) {
        rows.next();
        comment.execute(rows.getString(1));
      }
    }
  }
}
