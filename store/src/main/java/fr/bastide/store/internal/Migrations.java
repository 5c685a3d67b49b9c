package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the tables to the version this program works with.
public final class Migrations {

  static final String FOLDER = "fr/bastide/store/migrations";

  private Migrations() {}

  /// Applies the migrations that are missing.
  ///
  /// @param owner signs in as the owner of the tables
  /// @return the version of the tables afterwards, `0` before the first migration
  public static String apply(DataSource owner) {
    var stamp = MigrationStamp.ofThisProgram();
    var known = stamped(owner, stamp);
    if (known.isPresent()) {
      return known.get();
    }
    try {
      var flyway = flyway(owner);
      flyway.migrate();
      var version = version(flyway);
      if (stamp.isPresent()) {
        try (var connection = owner.getConnection()) {
          stamp.get().leaveIn(connection, version);
        }
      }
      return version;
    } catch (FlywayException | SQLException e) {
      throw StoreException.of(
          "La mise à jour des tables a échoué\u202f; rien n’a été changé. Détail\u00a0: %s"
              .formatted(firstLines(e)),
          "Updating the tables failed; nothing was changed. Detail: %s".formatted(firstLines(e)),
          e);
    }
  }

  /// Checks that the tables, which another process serves, are those of this program.
  ///
  /// @return the version of the tables
  public static String check(DataSource owner) {
    return stamped(owner, MigrationStamp.ofThisProgram()).orElseGet(() -> validated(flyway(owner)));
  }

  private static String validated(Flyway flyway) {
    if (!flyway.validateWithResult().validationSuccessful) {
      throw StoreException.of(
          "Le serveur en marche est d’une autre version que cette commande. Utilisez la même"
              + " version de Bastide pour les deux.",
          "The running server is of another version than this command. Use the same version of"
              + " Bastide for both.");
    }
    return version(flyway);
  }

  private static Optional<String> stamped(DataSource owner, Optional<MigrationStamp> stamp) {
    if (stamp.isEmpty()) {
      return Optional.empty();
    }
    try (var connection = owner.getConnection()) {
      return stamp.get().versionIn(connection);
    } catch (SQLException e) {
      throw StoreException.of(
          "La base de données ne répond pas\u00a0: %s.".formatted(e.getMessage()),
          "The database does not answer: %s.".formatted(e.getMessage()),
          e);
    }
  }

  private static String version(Flyway flyway) {
    var current = flyway.info().current();
    return current == null || current.getVersion() == null
        ? "0"
        : current.getVersion().getVersion();
  }

  private static Flyway flyway(DataSource owner) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(owner)
        .schemas(Roles.SCHEMA)
        .defaultSchema(Roles.SCHEMA)
        .locations("classpath:" + FOLDER)
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        .load();
  }

  private static String firstLines(Exception e) {
    return String.valueOf(e.getMessage()).lines().limit(3).reduce((a, b) -> a + " " + b).orElse("");
  }
}
