package fr.bastide.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The tables and counters that a backup holds, as the database itself lists them. Every statement
/// that names one of them is written and quoted by the server.
final class Catalogue {

  /// A table with the statements that concern it.
  ///
  /// @param name without its schema
  /// @param kept whether a backup holds its rows; open sessions end with a restore instead
  /// @param columns those that hold stored values, in order
  /// @param copyOut writes its rows to the client
  /// @param copyIn reads rows from the client
  /// @param prepare statements that let the owner replace all rows
  /// @param finish statements that put the protections back
  record Table(
      String name,
      boolean kept,
      List<String> columns,
      String copyOut,
      String copyIn,
      List<String> prepare,
      List<String> finish) {}

  private static final String TABLES =
      """
      SELECT c.relname,
             array_agg(a.attname::text ORDER BY a.attnum) AS columns,
             format('COPY %I.%I (%s) TO STDOUT', n.nspname, c.relname,
                    string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum)) AS copy_out,
             format('COPY %I.%I (%s) FROM STDIN', n.nspname, c.relname,
                    string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum)) AS copy_in,
             format('ALTER TABLE %I.%I DISABLE TRIGGER USER', n.nspname, c.relname) AS triggers_off,
             format('ALTER TABLE %I.%I ENABLE TRIGGER USER', n.nspname, c.relname) AS triggers_on,
             format('ALTER TABLE %I.%I NO FORCE ROW LEVEL SECURITY', n.nspname, c.relname)
               AS rows_open,
             format('ALTER TABLE %I.%I FORCE ROW LEVEL SECURITY', n.nspname, c.relname)
               AS rows_closed,
             c.relforcerowsecurity AS forced,
             c.relname NOT IN ('spring_session', 'spring_session_attributes') AS kept
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                         AND a.attgenerated = ''
      WHERE n.nspname = 'bastide' AND c.relkind = 'r' AND c.relname <> 'flyway_schema_history'
      GROUP BY n.nspname, c.relname, c.relforcerowsecurity
      ORDER BY c.relname
      """;

  private static final String REFERENCES =
      """
      SELECT child.relname, parent.relname
      FROM pg_constraint k
      JOIN pg_class child ON child.oid = k.conrelid
      JOIN pg_class parent ON parent.oid = k.confrelid
      JOIN pg_namespace n ON n.oid = child.relnamespace
      WHERE k.contype = 'f' AND n.nspname = 'bastide' AND child.oid <> parent.oid
      """;

  private Catalogue() {}

  /// All tables, by name.
  static List<Table> tables(Connection connection) throws SQLException {
    var tables = new ArrayList<Table>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        var columns = List.of((String[]) rows.getArray("columns").getArray());
        var forced = rows.getBoolean("forced");
        tables.add(
            new Table(
                rows.getString("relname"),
                rows.getBoolean("kept"),
                columns,
                rows.getString("copy_out"),
                rows.getString("copy_in"),
                statements(rows.getString("triggers_off"), rows.getString("rows_open"), forced),
                statements(rows.getString("triggers_on"), rows.getString("rows_closed"), forced)));
      }
    }
    return tables;
  }

  private static List<String> statements(String triggers, String rows, boolean forced) {
    return forced ? List.of(triggers, rows) : List.of(triggers);
  }

  /// The same tables, those that others refer to first.
  static List<Table> parentsFirst(Connection connection, List<Table> tables) throws SQLException {
    var parents = new HashMap<String, Set<String>>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(REFERENCES)) {
      while (rows.next()) {
        parents.computeIfAbsent(rows.getString(1), k -> new HashSet<>()).add(rows.getString(2));
      }
    }
    return sorted(tables, parents);
  }

  private static List<Table> sorted(List<Table> tables, Map<String, Set<String>> parents) {
    var waiting = new ArrayList<>(tables);
    var placed = new HashSet<String>();
    var result = new ArrayList<Table>();
    while (!waiting.isEmpty()) {
      var ready =
          waiting.stream()
              .filter(t -> placed.containsAll(parents.getOrDefault(t.name(), Set.of())))
              .toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException("tables refer to each other in a circle: " + waiting);
      }
      ready.forEach(t -> placed.add(t.name()));
      result.addAll(ready);
      waiting.removeAll(ready);
    }
    return result;
  }

  /// All counters with the next value each will give.
  static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
    var sequences = new ArrayList<Manifest.Sequence>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT sequencename, coalesce(last_value + increment_by, start_value)
                FROM pg_sequences WHERE schemaname = 'bastide' ORDER BY sequencename
                """)) {
      while (rows.next()) {
        sequences.add(new Manifest.Sequence(rows.getString(1), rows.getLong(2)));
      }
    }
    return sequences;
  }

  /// The statement that sets a counter inside a transaction; a call to `setval` could not be
  /// undone.
  static String restart(Connection connection, Manifest.Sequence sequence) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "SELECT format('ALTER SEQUENCE bastide.%I RESTART WITH %s', ?::text, ?::bigint)")) {
      statement.setString(1, sequence.name());
      statement.setLong(2, sequence.next());
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  /// One statement over all tables, written by the server: `TRUNCATE` or `LOCK TABLE`.
  static String overAll(Connection connection, Whole whole) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(whole.query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /// A statement over all tables at once.
  enum Whole {
    LOCK("'LOCK TABLE %s IN ACCESS EXCLUSIVE MODE'"),
    EMPTY("'TRUNCATE TABLE %s'");

    private final String query;

    Whole(String template) {
      query =
          """
          SELECT format(%s, string_agg(format('%%I.%%I', n.nspname, c.relname), ', '
                 ORDER BY c.relname))
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = 'bastide' AND c.relkind = 'r' AND c.relname <> 'flyway_schema_history'
          """
              .formatted(template);
    }
  }
}
