package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A backup that has been read from end to end: each table is as long as its manifest says, and has
/// the hash its manifest says. Nothing is ever extracted to disk.
public final class BackupFile implements AutoCloseable {

  private static final int LONGEST_MANIFEST = 4 << 20;
  private static final int LONGEST_NAME = 63;

  /// No deflated stream grows further than this; a promise beyond it can only come from entries
  /// that share their bytes.
  private static final long LARGEST_GROWTH = 1032;

  private final Path path;
  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(Path path, ZipFile zip, Manifest manifest) {
    this.path = path;
    this.zip = zip;
    this.manifest = manifest;
  }

  /// Opens a backup and verifies all of it.
  public static BackupFile open(Path path) {
    try {
      var zip = new ZipFile(path.toFile());
      var whole = false;
      try {
        var file = new BackupFile(path, zip, manifest(path, zip));
        file.verify();
        whole = true;
        return file;
      } finally {
        if (!whole) {
          zip.close();
        }
      }
    } catch (ZipException e) {
      throw broken(
          path, "ce n’est pas une archive ZIP entière", "it is not a whole ZIP archive", e);
    } catch (IOException e) {
      throw broken(path, "lecture impossible", "it cannot be read", e);
    }
  }

  public Manifest manifest() {
    return manifest;
  }

  private static Manifest manifest(Path path, ZipFile zip) throws IOException {
    var entry = zip.getEntry(BackupWriting.MANIFEST);
    if (entry == null || entry.getSize() > LONGEST_MANIFEST) {
      throw broken(
          path,
          "son manifeste manque ou est trop long",
          "its manifest is missing or too long",
          null);
    }
    var counted = new Counted();
    try (var in = counted.reading(zip.getInputStream(entry), LONGEST_MANIFEST)) {
      var manifest =
          JsonMapper.builder()
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
              .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .build()
              .readValue(in.readAllBytes(), Manifest.class);
      if (counted.crc() != entry.getCrc()
          || !manifest.format().equals(Manifest.FORMAT)
          || manifest.formatVersion() != Manifest.FORMAT_VERSION
          || !dated(manifest)) {
        throw broken(
            path,
            "son manifeste est abîmé ou d’un autre format",
            "its manifest is damaged or of another format",
            null);
      }
      return manifest;
    } catch (JacksonException e) {
      throw broken(path, "son manifeste est illisible", "its manifest cannot be read", e);
    }
  }

  private static boolean dated(Manifest manifest) {
    try {
      Instant.parse(manifest.created());
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private void verify() throws IOException {
    requireHolds();
    var expected = new HashSet<>(Set.of(BackupWriting.MANIFEST));
    for (var table : manifest.tables()) {
      if (!isName(table.name())) {
        throw broken(
            path,
            "son manifeste nomme une table qui ne peut pas exister",
            "its manifest names a table that cannot exist",
            null);
      }
      if (!expected.add(table.entry())) {
        throw broken(
            path,
            "la table %s y est deux fois".formatted(table.name()),
            "it holds the table %s twice".formatted(table.name()),
            null);
      }
      verify(table);
    }
    var found = zip.stream().map(ZipEntry::getName).toList();
    if (found.size() != expected.size() || !expected.containsAll(found)) {
      throw broken(
          path,
          "elle contient d’autres fichiers que ceux de son manifeste",
          "it holds other files than those of its manifest",
          null);
    }
  }

  /// Refuses at once what would take far longer to read than the file is long.
  private void requireHolds() throws IOException {
    var left = Files.size(path) * LARGEST_GROWTH;
    for (var table : manifest.tables()) {
      left -= Math.max(0, table.bytes());
      if (left < 0) {
        throw broken(
            path,
            "elle annonce plus de contenu qu’elle n’en peut tenir",
            "it promises more content than it can hold",
            null);
      }
    }
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.chars().allMatch(c -> c == '_' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
  }

  private void verify(Manifest.Table table) throws IOException {
    var counted = new Counted();
    try (var in = content(table, counted)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw damaged(table, e);
    }
    check(table, counted);
  }

  /// The content of a table, to be checked with [#check] once read.
  InputStream content(Manifest.Table table, Counted counted) throws IOException {
    var entry =
        Optional.ofNullable(zip.getEntry(table.entry())).orElseThrow(() -> damaged(table, null));
    return counted.reading(zip.getInputStream(entry), table.bytes());
  }

  /// Fails if what was read is not what the manifest announced.
  void check(Manifest.Table table, Counted counted) {
    var entry = zip.getEntry(table.entry());
    if (counted.bytes() != table.bytes()
        || !counted.sha256Hex().equals(table.sha256())
        || entry == null
        || entry.getCrc() != counted.crc()) {
      throw damaged(table, null);
    }
  }

  private StoreException damaged(Manifest.Table table, @Nullable IOException cause) {
    return broken(
        path,
        "le contenu de la table %s manque ou est abîmé".formatted(table.name()),
        "the content of the table %s is missing or damaged".formatted(table.name()),
        cause);
  }

  static StoreException broken(Path path, String fr, String en, @Nullable Exception cause) {
    var error =
        StoreException.of(
            "La sauvegarde %s est inutilisable\u00a0: %s. Rien n’a été changé.".formatted(path, fr),
            "The backup %s cannot be used: %s. Nothing was changed.".formatted(path, en));
    if (cause != null) {
      error.addSuppressed(cause);
    }
    return error;
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      System.getLogger(BackupFile.class.getName())
          .log(System.Logger.Level.WARNING, "the backup was not closed", e);
    }
  }
}
