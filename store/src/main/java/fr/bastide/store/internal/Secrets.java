package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/// The passwords of the embedded server's three roles, drawn once and kept in a 0600 file.
///
/// @param superuser of the role that creates the others
/// @param owner of the role that owns the tables
/// @param app of the role that serves requests
public record Secrets(String superuser, String owner, String app) {

  /// The role that creates the two others and the database.
  public static final String SUPERUSER = "bastide_root";

  private static final int BYTES = 24;

  /// Reads the passwords, or draws and keeps them when the cluster does not exist yet.
  public static Secrets readOrDraw(DataDirectory directory) {
    var kept = read(directory);
    if (kept.isPresent()) {
      return kept.get();
    }
    if (Files.exists(directory.cluster())) {
      throw StoreException.of(
          ("Le fichier %s manque\u00a0: sans lui, la base est fermée. Remettez-le en place depuis"
                  + " une copie, ou restaurez une sauvegarde dans un dossier neuf.")
              .formatted(directory.secrets()),
          ("The file %s is missing: the database is locked without it. Put it back from a copy, or"
                  + " restore a backup into a new directory.")
              .formatted(directory.secrets()));
    }
    var drawn = new Secrets(draw(), draw(), draw());
    var properties = new Properties();
    properties.setProperty("superuser", drawn.superuser);
    properties.setProperty("owner", drawn.owner);
    properties.setProperty("app", drawn.app);
    PrivateFiles.write(directory.secrets(), properties, "Bastide: keep private");
    return drawn;
  }

  /// The passwords already kept in a data directory.
  public static Optional<Secrets> read(DataDirectory directory) {
    return PrivateFiles.read(directory.secrets()).map(p -> of(directory, p));
  }

  private static Secrets of(DataDirectory directory, Properties properties) {
    return new Secrets(
        required(directory, properties, "superuser"),
        required(directory, properties, "owner"),
        required(directory, properties, "app"));
  }

  private static String required(DataDirectory directory, Properties properties, String key) {
    var value = properties.getProperty(key, "");
    if (value.isEmpty()) {
      throw StoreException.of(
          "Le fichier %s est abîmé\u00a0: la ligne «\u00a0%s\u00a0» manque."
              .formatted(directory.secrets(), key),
          "The file %s is damaged: the line “%s” is missing.".formatted(directory.secrets(), key));
    }
    return value;
  }

  /// A new random password of 192 bits, in hexadecimal.
  public static String draw() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "Secrets[kept]";
  }
}
