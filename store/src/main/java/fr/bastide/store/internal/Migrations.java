package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the tables to the version this program works with.
public final class Migrations {

  private Migrations() {}

  /// Applies the migrations that are missing.
  ///
  /// @param owner signs in as the owner of the tables
  /// @return the version of the tables afterwards, `0` before the first migration
  public static String apply(DataSource owner) {
    try {
      var flyway = flyway(owner);
      flyway.migrate();
      return version(flyway);
    } catch (FlywayException e) {
      throw StoreException.of(
          "La mise à jour des tables a échoué\u00a0; rien n’a été changé. Détail\u00a0: %s"
              .formatted(firstLine(e)),
          "Updating the tables failed; nothing was changed. Detail: %s".formatted(firstLine(e)),
          e);
    }
  }

  /// Checks that the tables, which another process serves, are those of this program.
  ///
  /// @return the version of the tables
  public static String check(DataSource owner) {
    var flyway = flyway(owner);
    if (!flyway.validateWithResult().validationSuccessful) {
      throw StoreException.of(
          "Le serveur en marche est d’une autre version que cette commande. Utilisez la même"
              + " version de Bastide pour les deux.",
          "The running server is of another version than this command. Use the same version of"
              + " Bastide for both.");
    }
    return version(flyway);
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
        .locations("classpath:fr/bastide/store/migrations")
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        .load();
  }

  private static String firstLine(FlywayException e) {
    return String.valueOf(e.getMessage()).lines().limit(3).reduce((a, b) -> a + " " + b).orElse("");
  }
}
