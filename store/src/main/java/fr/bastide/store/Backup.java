package fr.bastide.store;

import fr.bastide.store.internal.BackupFile;
import fr.bastide.store.internal.BackupRestoring;
import fr.bastide.store.internal.BackupWriting;
import fr.bastide.store.internal.Manifest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/// Copies the whole database to one file and back, while Bastide serves.
///
/// The file is a ZIP of `COPY` texts and a manifest with their row counts and SHA-256 hashes. It
/// holds everything but open sessions, password hashes included: keep it as private as the
/// database. After a restore everyone signs in again.
public final class Backup {

  private final Database database;
  private final Clock clock;

  public Backup(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What a backup holds.
  ///
  /// @param created when it was made, to the second
  /// @param tables how many tables
  /// @param rows how many rows in all
  public record Contents(Instant created, int tables, long rows) {}

  /// Writes all tables as they are at one instant. Requests go on meanwhile.
  ///
  /// @param file replaced if it exists, and only by a whole backup
  public Contents write(Path file) {
    try (var owner = database.owner().getConnection()) {
      return contents(BackupWriting.write(owner, database.schemaVersion(), file, clock));
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /// Replaces the content of the database by that of a backup. The file is verified as a whole
  /// first; then one transaction does it all, for which requests wait.
  ///
  /// @throws StoreException if the file is damaged, truncated or of another version: nothing
  ///   changed
  public Contents restore(Path file) {
    try (var backup = BackupFile.open(file);
        var owner = database.owner().getConnection()) {
      BackupRestoring.restore(owner, database.schemaVersion(), backup);
      return contents(backup.manifest());
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /// Verifies a backup without a database.
  public static Contents verify(Path file) {
    try (var backup = BackupFile.open(file)) {
      return contents(backup.manifest());
    }
  }

  private static Contents contents(Manifest manifest) {
    return new Contents(
        Instant.parse(manifest.created()), manifest.tables().size(), manifest.rows());
  }

  private static StoreException unreachable(SQLException e) {
    return StoreException.of(
        "La base de données ne répond pas\u00a0: %s.".formatted(e.getMessage()),
        "The database does not answer: %s.".formatted(e.getMessage()),
        e);
  }
}
