package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// Replaces all rows by those of a verified backup, in one transaction.
public final class BackupRestoring {

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private BackupRestoring() {}

  /// Restores.
  ///
  /// @param owner signed in as the owner of the tables, outside of any transaction
  /// @param schemaVersion of the tables as they are
  public static void restore(Connection owner, String schemaVersion, BackupFile backup) {
    var manifest = backup.manifest();
    if (!manifest.schemaVersion().equals(schemaVersion)) {
      throw StoreException.of(
          ("Cette sauvegarde a les tables en version %s, ce programme en version %s. Restaurez-la"
                  + " avec la version de Bastide qui l’a faite. Rien n’a été changé.")
              .formatted(manifest.schemaVersion(), schemaVersion),
          ("This backup has tables of version %s, this program of version %s. Restore it with the"
                  + " version of Bastide that made it. Nothing was changed.")
              .formatted(manifest.schemaVersion(), schemaVersion));
    }
    try {
      owner.setAutoCommit(false);
      try {
        replace(owner, backup);
        owner.commit();
      } finally {
        owner.rollback();
        owner.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failed(e);
    } catch (IOException e) {
      throw StoreException.of(
          "La sauvegarde a changé ou est devenue illisible pendant la restauration. Rien n’a été"
              + " changé.",
          "The backup changed or became unreadable during the restore. Nothing was changed.",
          e);
    }
  }

  private static StoreException failed(SQLException e) {
    if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
      return StoreException.of(
          "Des opérations longues sont en cours. Réessayez dans une minute. Rien n’a été changé.",
          "Long operations are under way. Try again in a minute. Nothing was changed.",
          e);
    }
    return StoreException.of(
        "La base a refusé le contenu de la sauvegarde\u00a0: %s. Rien n’a été changé."
            .formatted(e.getMessage()),
        "The database refused the content of the backup: %s. Nothing was changed."
            .formatted(e.getMessage()),
        e);
  }

  private static void replace(Connection owner, BackupFile backup)
      throws SQLException, IOException {
    run(owner, "SET LOCAL lock_timeout = '30s'");
    var tables = Catalogue.tables(owner);
    compare(tables, backup.manifest());
    if (tables.isEmpty()) {
      return;
    }
    run(owner, Catalogue.overAll(owner, Catalogue.Whole.LOCK));
    for (var table : tables) {
      runAll(owner, table.prepare());
    }
    run(owner, Catalogue.overAll(owner, Catalogue.Whole.EMPTY));
    var contents =
        backup.manifest().tables().stream().collect(Collectors.toMap(Manifest.Table::name, t -> t));
    for (var table : Catalogue.parentsFirst(owner, tables)) {
      var content = contents.get(table.name());
      if (content != null) {
        fill(owner, backup, table, content);
      }
    }
    for (var table : tables) {
      runAll(owner, table.finish());
    }
    for (var sequence : backup.manifest().sequences()) {
      run(owner, Catalogue.restart(owner, sequence));
    }
  }

  private static void fill(
      Connection owner, BackupFile backup, Catalogue.Table table, Manifest.Table content)
      throws SQLException, IOException {
    var counted = new Counted();
    try (var in = backup.content(content, counted)) {
      var rows = owner.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyIn(), in, 1 << 16);
      if (rows != content.rows()) {
        throw new IOException("the table %s received %d rows".formatted(table.name(), rows));
      }
    }
    backup.check(content, counted);
  }

  private static void compare(List<Catalogue.Table> tables, Manifest manifest) {
    var here =
        tables.stream()
            .filter(Catalogue.Table::kept)
            .collect(Collectors.toMap(Catalogue.Table::name, Catalogue.Table::columns));
    var there =
        manifest.tables().stream()
            .collect(Collectors.toMap(Manifest.Table::name, Manifest.Table::columns));
    if (!here.equals(there)) {
      throw StoreException.of(
          "Les tables de cette sauvegarde ne sont pas celles de ce programme. Rien n’a été changé.",
          "The tables of this backup are not those of this program. Nothing was changed.");
    }
  }

  private static void runAll(Connection connection, List<String> statements) throws SQLException {
    for (var statement : statements) {
      run(connection, statement);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
