package fr.bastide.store;

import java.sql.SQLException;

/// Statements sent to a test server as its superuser.
final class Sql {

  private Sql() {}

  static String text(EmbeddedPostgres server, String query) throws SQLException {
    return text(server, "postgres", query);
  }

  static String text(EmbeddedPostgres server, String database, String query) throws SQLException {
    try (var connection = server.superuser(database).connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }

  static void run(EmbeddedPostgres server, String statement) throws SQLException {
    run(server, "postgres", statement);
  }

  static void run(EmbeddedPostgres server, String database, String sql) throws SQLException {
    try (var connection = server.superuser(database).connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static boolean answers(EmbeddedPostgres server) {
    try {
      return text(server, "SELECT 1").equals("1");
    } catch (SQLException e) {
      return false;
    }
  }
}
