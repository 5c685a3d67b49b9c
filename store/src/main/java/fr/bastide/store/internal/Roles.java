package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The two roles and the schema: made where they are missing, and checked to be as weak as they
/// must be.
public final class Roles {

  public static final String OWNER = "bastide_owner";
  public static final String APP = "bastide_app";
  public static final String SCHEMA = "bastide";
  public static final String DATABASE = "bastide";
  private static final int OLDEST_SERVER = 160_000;

  private static final String WEAK =
      "NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT";

  private Roles() {}

  /// On the embedded server, signed in as its superuser: both roles sign in with passwords of their
  /// own, and the database belongs to the owner.
  public static void ensureEmbedded(Connection superuser, Secrets secrets, String database)
      throws SQLException {
    if (!exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", OWNER)) {
      run(superuser, "CREATE ROLE bastide_owner LOGIN " + WEAK);
      run(superuser, formatted(superuser, "ALTER ROLE %I PASSWORD %L", OWNER, secrets.owner()));
    }
    if (!exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", APP)) {
      run(superuser, "CREATE ROLE bastide_app LOGIN " + WEAK);
      run(superuser, formatted(superuser, "ALTER ROLE %I PASSWORD %L", APP, secrets.app()));
    }
    if (!exists(superuser, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
      run(superuser, formatted(superuser, "CREATE DATABASE %I OWNER %I", database, OWNER));
      run(superuser, formatted(superuser, "REVOKE ALL ON DATABASE %I FROM PUBLIC", database, ""));
      run(superuser, formatted(superuser, "GRANT CONNECT ON DATABASE %I TO %I", database, APP));
    }
  }

  /// On one's own server, signed in as the user of `--database-url`: the roles do not sign in, that
  /// user becomes them.
  public static void ensureExternal(Connection user) throws SQLException {
    if (user.getMetaData().getDatabaseMajorVersion() * 10_000 < OLDEST_SERVER) {
      throw StoreException.of(
          "Ce serveur est PostgreSQL %s\u202f; Bastide demande au moins la version 16."
              .formatted(user.getMetaData().getDatabaseProductVersion()),
          "This server is PostgreSQL %s; Bastide needs version 16 at least."
              .formatted(user.getMetaData().getDatabaseProductVersion()));
    }
    try {
      for (var role : List.of(OWNER, APP)) {
        if (!exists(user, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
          run(user, formatted(user, "CREATE ROLE %I NOLOGIN " + WEAK, role, ""));
        }
        if (!exists(user, "SELECT 1 WHERE pg_has_role(current_user, ?, 'SET')", role)) {
          run(user, formatted(user, "GRANT %I TO %I WITH SET TRUE", role, currentUser(user)));
        }
      }
      if (!exists(user, "SELECT 1 FROM pg_namespace WHERE nspname = ?", SCHEMA)) {
        run(user, formatted(user, "CREATE SCHEMA %I AUTHORIZATION %I", SCHEMA, OWNER));
      }
    } catch (SQLException e) {
      throw StoreException.of(
          ("L’utilisateur de --database-url ne peut pas préparer la base (%s). Demandez à"
                  + " l’administrateur d’exécuter\u00a0: CREATE ROLE bastide_owner NOLOGIN; CREATE"
                  + " ROLE bastide_app NOLOGIN; GRANT bastide_owner, bastide_app TO %s WITH SET TRUE;"
                  + " CREATE SCHEMA bastide AUTHORIZATION bastide_owner;")
              .formatted(e.getMessage(), currentUser(user)),
          ("The user of --database-url cannot prepare the database (%s). Ask the administrator to"
                  + " run: CREATE ROLE bastide_owner NOLOGIN; CREATE ROLE bastide_app NOLOGIN; GRANT"
                  + " bastide_owner, bastide_app TO %s WITH SET TRUE; CREATE SCHEMA bastide"
                  + " AUTHORIZATION bastide_owner;")
              .formatted(e.getMessage(), currentUser(user)),
          e);
    }
  }

  /// Refuses an application role that row-level security would not hold.
  public static void checkWeakness(Connection connection) throws SQLException {
    if (exists(
        connection,
        "SELECT 1 FROM pg_roles r WHERE r.rolname = ? AND (r.rolsuper OR r.rolbypassrls"
            + " OR pg_has_role(r.oid, 'bastide_owner', 'MEMBER'))",
        APP)) {
      throw StoreException.of(
          "Le rôle bastide_app a trop de droits\u00a0: il ne doit être ni SUPERUSER, ni BYPASSRLS,"
              + " ni membre de bastide_owner.",
          "The role bastide_app has too many rights: it must be neither SUPERUSER, nor BYPASSRLS,"
              + " nor a member of bastide_owner.");
    }
  }

  private static String currentUser(Connection connection) throws SQLException {
    return connection.getMetaData().getUserName();
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /// A statement that takes no parameters, with its names and literals quoted by the server itself.
  private static String formatted(
      Connection connection, String template, String first, String second) throws SQLException {
    var arguments = new ArrayList<>(List.of(template, first));
    if (!second.isEmpty()) {
      arguments.add(second);
    }
    try (var statement =
        connection.prepareStatement(
            second.isEmpty() ? "SELECT format(?, ?)" : "SELECT format(?, ?, ?)")) {
      for (int i = 0; i < arguments.size(); i++) {
        statement.setString(i + 1, arguments.get(i));
      }
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
