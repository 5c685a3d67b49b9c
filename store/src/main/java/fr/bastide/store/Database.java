package fr.bastide.store;

import com.zaxxer.hikari.HikariDataSource;
import fr.bastide.store.internal.DatabaseUrl;
import fr.bastide.store.internal.Login;
import fr.bastide.store.internal.Migrations;
import fr.bastide.store.internal.Roles;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/// The open database: its tables are at this program's version, and it is reached through two roles
/// only.
public final class Database implements AutoCloseable {

  private static final int APP_CONNECTIONS = 10;
  private static final int OWNER_CONNECTIONS = 3;

  /// More than the longest statement of a request is allowed.
  private static final Duration SILENCE = Duration.ofSeconds(40);

  private final HikariDataSource app;
  private final HikariDataSource owner;
  private final String schemaVersion;
  private final Optional<EmbeddedPostgres> server;

  private Database(
      HikariDataSource app,
      HikariDataSource owner,
      String schemaVersion,
      Optional<EmbeddedPostgres> server) {
    this.app = app;
    this.owner = owner;
    this.schemaVersion = schemaVersion;
    this.server = server;
  }

  /// Opens the database for the process that serves it: starts the embedded server if it is ours,
  /// makes the roles, applies the missing migrations.
  public static Database open(DatabaseLocation location) {
    return switch (location) {
      case DatabaseLocation.Embedded(var directory) ->
          embedded(EmbeddedPostgres.start(directory), Roles.DATABASE);
      case DatabaseLocation.External(var url) -> external(url);
    };
  }

  /// Opens the database for a second process, such as a backup while serving: joins the running
  /// server, or starts it when none runs.
  public static Database join(DatabaseLocation location) {
    return switch (location) {
      case DatabaseLocation.Embedded(var directory) ->
          embedded(EmbeddedPostgres.startOrJoin(directory), Roles.DATABASE);
      case DatabaseLocation.External(var url) -> external(url);
    };
  }

  static Database embedded(EmbeddedPostgres server, String name) {
    var opened = false;
    try {
      if (!server.joined()) {
        try (var connection = server.superuser("postgres").connect()) {
          Roles.ensureEmbedded(connection, server.secrets(), name);
          Roles.checkWeakness(connection);
        }
      }
      var database = of(server.app(name), server.owner(name), Optional.of(server));
      opened = true;
      return database;
    } catch (SQLException e) {
      throw unreachable(e);
    } finally {
      if (!opened) {
        server.close();
      }
    }
  }

  /// A database of a server that someone else starts and stops.
  static Database within(EmbeddedPostgres server, String name) {
    return of(server.app(name), server.owner(name), Optional.empty());
  }

  private static Database external(String url) {
    var user = DatabaseUrl.parse(url);
    try (var connection = user.connect()) {
      Roles.ensureExternal(connection);
      Roles.checkWeakness(connection);
    } catch (SQLException e) {
      throw unreachable(e);
    }
    return of(becoming(user, Login.Role.APP), becoming(user, Login.Role.OWNER), Optional.empty());
  }

  private static Login becoming(Login user, Login.Role role) {
    return new Login(user.url(), user.user(), user.password(), user.settings(), Optional.of(role));
  }

  private static Database of(Login app, Login owner, Optional<EmbeddedPostgres> server) {
    var owners = owner.pool("owner", OWNER_CONNECTIONS, 0, Duration.ZERO);
    var opened = false;
    try {
      var joined = server.filter(EmbeddedPostgres::joined).isPresent();
      var version = joined ? Migrations.check(owners) : Migrations.apply(owners);
      var database =
          new Database(app.pool("app", APP_CONNECTIONS, 1, SILENCE), owners, version, server);
      opened = true;
      return database;
    } finally {
      if (!opened) {
        owners.close();
      }
    }
  }

  private static StoreException unreachable(SQLException e) {
    return StoreException.of(
        ("La base de données ne répond pas comme prévu\u00a0: %s. Vérifiez qu’elle"
                + " tourne et que l’utilisateur et le mot de passe sont justes.")
            .formatted(e.getMessage()),
        ("The database does not answer as expected: %s. Check that it runs and that the"
                + " user and the password are right.")
            .formatted(e.getMessage()),
        e);
  }

  /// Connections of the application's role, which owns nothing and is held by row-level security.
  public DataSource app() {
    return app;
  }

  /// Connections of the owner of the tables, for backup and restore.
  public DataSource owner() {
    return owner;
  }

  /// The version of the tables: the number of the last migration.
  public String schemaVersion() {
    return schemaVersion;
  }

  /// The embedded server, if the database is not one's own.
  public Optional<EmbeddedPostgres> server() {
    return server;
  }

  /// Closes both pools, then stops the embedded server if this process started it.
  @Override
  public void close() {
    app.close();
    owner.close();
    server.ifPresent(EmbeddedPostgres::close);
  }
}
