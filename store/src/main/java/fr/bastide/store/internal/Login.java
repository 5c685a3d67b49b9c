package fr.bastide.store.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/// How one role reaches the database.
///
/// @param url a `jdbc:postgresql:` URL without a password
/// @param user the role that signs in; blank if the URL names it
/// @param password its password; blank if the server asks for none
/// @param settings driver properties
/// @param becoming the role taken after signing in, when it is another one
public record Login(
    String url, String user, String password, Properties settings, Optional<Role> becoming) {

  /// The two roles of Bastide.
  public enum Role {
    /// Owns the tables: migrations, backup, restore.
    OWNER("SET ROLE bastide_owner"),
    /// Serves requests: subject to row-level security on every table.
    APP("SET ROLE bastide_app");

    private final String statement;

    Role(String statement) {
      this.statement = statement;
    }

    public String statement() {
      return statement;
    }
  }

  /// How long one waits for a connection of a pool before one is told that the database does not
  /// answer.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /// How long a connection has to show that it is alive.
  private static final Duration VALIDATION = Duration.ofSeconds(2);

  /// One connection, outside of any pool.
  public Connection connect() throws SQLException {
    var connection = DriverManager.getConnection(url, properties());
    if (becoming.isPresent()) {
      try (var statement = connection.createStatement()) {
        statement.execute(becoming.get().statement());
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    }
    return connection;
  }

  /// A pool of connections, filled when the first one is asked for.
  ///
  /// @param silence how long the network may be silent under a statement; zero for ever, as copies
  ///   of whole tables need
  public HikariDataSource pool(String name, int size, int idle, Duration silence) {
    var properties = properties();
    properties.setProperty("socketTimeout", Long.toString(silence.toSeconds()));
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(url);
    config.setDataSourceProperties(properties);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(idle);
    config.setIdleTimeout(60_000);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setValidationTimeout(VALIDATION.toMillis());
    config.setInitializationFailTimeout(-1);
    becoming.map(Role::statement).ifPresent(config::setConnectionInitSql);
    return new HikariDataSource(config);
  }

  private Properties properties() {
    var all = new Properties();
    all.putAll(settings);
    all.setProperty("ApplicationName", "bastide");
    all.setProperty("currentSchema", Roles.SCHEMA);
    all.setProperty("reWriteBatchedInserts", "true");
    all.setProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()));
    all.setProperty("tcpKeepAlive", "true");
    // The details of an error quote the values of a row: names and addresses stay out of the log.
    all.setProperty("logServerErrorDetail", "false");
    if (!user.isBlank()) {
      all.setProperty("user", user);
    }
    if (!password.isBlank()) {
      all.setProperty("password", password);
    }
    return all;
  }

  @Override
  public String toString() {
    return "Login[" + url + ", user=" + user + "]";
  }
}
