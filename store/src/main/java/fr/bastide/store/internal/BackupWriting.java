package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/// Writes all tables, as they were at one instant, into a file that appears only when whole.
public final class BackupWriting {

  static final String MANIFEST = "manifest.json";

  private BackupWriting() {}

  /// Writes the backup.
  ///
  /// @param owner signed in as the owner of the tables, outside of any transaction
  /// @param schemaVersion of the tables
  /// @param file replaced if it exists; mode 0600
  public static Manifest write(Connection owner, String schemaVersion, Path file, Clock clock) {
    try {
      var temporary =
          Files.createTempFile(
              PrivateFiles.parent(file),
              "." + file.getFileName(),
              ".partial",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try {
        var manifest = writeInto(temporary, owner, schemaVersion, clock);
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        PrivateFiles.synchronise(PrivateFiles.parent(file));
        return manifest;
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw PrivateFiles.unwritable(file, e);
    } catch (SQLException e) {
      throw StoreException.of(
          "La sauvegarde a échoué\u00a0: %s".formatted(e.getMessage()),
          "The backup failed: %s".formatted(e.getMessage()),
          e);
    }
  }

  private static Manifest writeInto(
      Path temporary, Connection owner, String schemaVersion, Clock clock)
      throws IOException, SQLException {
    owner.setAutoCommit(false);
    owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    owner.setReadOnly(true);
    try (var file = new FileOutputStream(temporary.toFile());
        var zip = new ZipOutputStream(new BufferedOutputStream(file, 1 << 16))) {
      var tables = tables(owner, zip);
      var manifest =
          new Manifest(
              Manifest.FORMAT,
              Manifest.FORMAT_VERSION,
              schemaVersion,
              clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
              tables,
              Catalogue.sequences(owner));
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
      zip.closeEntry();
      zip.finish();
      zip.flush();
      file.getChannel().force(true);
      return manifest;
    } finally {
      owner.rollback();
      owner.setReadOnly(false);
      owner.setAutoCommit(true);
    }
  }

  private static List<Manifest.Table> tables(Connection owner, ZipOutputStream zip)
      throws IOException, SQLException {
    CopyManager copies = owner.unwrap(PGConnection.class).getCopyAPI();
    var written = new ArrayList<Manifest.Table>();
    for (var table : Catalogue.tables(owner).stream().filter(Catalogue.Table::kept).toList()) {
      var counted = new Counted();
      zip.putNextEntry(new ZipEntry("tables/" + table.name() + ".copy"));
      var rows = copies.copyOut(table.copyOut(), counted.writing(zip));
      zip.closeEntry();
      written.add(
          new Manifest.Table(
              table.name(), table.columns(), rows, counted.bytes(), counted.sha256Hex()));
    }
    return written;
  }
}
