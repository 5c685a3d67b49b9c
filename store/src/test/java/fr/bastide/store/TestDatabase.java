package fr.bastide.store;

import fr.bastide.store.internal.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// One PostgreSQL server for each test JVM, and as many databases as test classes ask for, each
/// copied in about 50 ms from one that is migrated once.
///
/// Modules above use it by the `test-database` classifier of this module.
public final class TestDatabase {

  private static final String BINARIES = "bastide.postgres.binaries";
  private static final String TEMPLATE = "template_bastide";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabase() {}

  private static final class Shared {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      shareTheBinaries();
      try {
        var data = Files.createTempDirectory("bastide-test-database-");
        // Only here: what tests write need not survive a power cut.
        var server =
            EmbeddedPostgres.start(
                data, Map.of("fsync", "off", "full_page_writes", "off", "max_connections", "100"));
        stopAtTheEnd(server, data);
        prepare(server);
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void prepare(EmbeddedPostgres server) {
      try (var connection = server.superuser("postgres").connect()) {
        fr.bastide.store.internal.Roles.ensureEmbedded(connection, server.secrets(), TEMPLATE);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      Database.within(server, TEMPLATE).close();
    }
  }

  private static void stopAtTheEnd(EmbeddedPostgres server, Path data) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              server.close();
              try {
                PrivateFiles.deleteTree(data);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }));
  }

  /// A new database with empty tables. Closing it leaves the server to other tests.
  public static Database fresh() {
    return Database.within(Shared.SERVER, copy());
  }

  /// The same, for a test that opens the database itself by its URL.
  public static DatabaseLocation.External freshLocation() {
    var login = Shared.SERVER.superuser(copy());
    return new DatabaseLocation.External(
        login.url() + "?user=" + login.user() + "&password=" + login.password());
  }

  /// The server itself, for tests that look behind the roles.
  static EmbeddedPostgres server() {
    return Shared.SERVER;
  }

  private static String copy() {
    var name = "test_" + NUMBER.incrementAndGet();
    try {
      run("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " OWNER bastide_owner");
      run("GRANT CONNECT ON DATABASE " + name + " TO bastide_app");
      return name;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(String sql) throws SQLException {
    try (var connection = Shared.SERVER.superuser("postgres").connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Unpacks the programs once for all tests of a module.
  public static void shareTheBinaries() {
    System.setProperty(BINARIES, Path.of("target", "postgres").toAbsolutePath().toString());
  }

  /// Unpacks the programs where one test may damage them.
  static Path privateBinaries() throws IOException {
    var directory = Files.createDirectories(Path.of("target", "postgres-private"));
    PrivateFiles.deleteTree(directory);
    System.setProperty(BINARIES, directory.toAbsolutePath().toString());
    return directory;
  }
}
