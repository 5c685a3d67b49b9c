package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the embedded server keeps its things, all under `<data>/postgres`.
///
/// @param data the directory given by the operator, absolute and free of links
public record DataDirectory(Path data) {

  /// Creates the private directories where they are missing.
  public static DataDirectory prepare(Path given) {
    if (Files.exists(given) && !Files.isDirectory(given)) {
      throw StoreException.of(
          "%s est un fichier\u00a0: indiquez un dossier pour les données.".formatted(given),
          "%s is a file: give a directory for the data.".formatted(given));
    }
    PrivateFiles.createDirectory(given.toAbsolutePath());
    var directory = of(given);
    PrivateFiles.createDirectory(directory.postgres());
    PrivateFiles.createDirectory(directory.logs());
    return directory;
  }

  /// The same layout without creating anything.
  public static DataDirectory of(Path given) {
    try {
      return new DataDirectory(given.toRealPath());
    } catch (IOException e) {
      throw StoreException.of(
          "Le dossier de données %s est introuvable ou illisible.".formatted(given),
          "The data directory %s is missing or cannot be read.".formatted(given),
          e);
    }
  }

  public Path postgres() {
    return data.resolve("postgres");
  }

  /// What PostgreSQL calls its data directory.
  public Path cluster() {
    return postgres().resolve("cluster");
  }

  public Path logs() {
    return postgres().resolve("log");
  }

  public Path log() {
    return logs().resolve("postgres.log");
  }

  /// Passwords of the three roles, mode 0600.
  public Path secrets() {
    return postgres().resolve("secrets.properties");
  }

  /// Address of the running server, mode 0600.
  public Path connection() {
    return postgres().resolve("connection.properties");
  }

  /// Held by the process that runs the server.
  public Path lock() {
    return postgres().resolve("lock");
  }
}
