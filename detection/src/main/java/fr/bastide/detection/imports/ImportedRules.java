package fr.bastide.detection.imports;

import fr.bastide.detection.DetectionException;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// The rules that were imported into a data directory: one archive, `rules/imported.zip`, with the
/// rules, their licence and the record of the import.
///
/// The archive is written beside the old one, forced to disk, read back, and only then takes its
/// name in one step: whoever looks, and whenever the machine stops, finds the old import or the new
/// one, whole.
public final class ImportedRules {

  private static final String ARCHIVE = "imported.zip";
  private static final String RECORD = "import.json";
  private static final String PRIVATE = "rwx------";
  private static final String UNFINISHED = "imported-";

  private final Path folder;

  /// The imported rules of this data directory; it need not exist yet.
  public ImportedRules(Path data) {
    this.folder = data.resolve("rules");
  }

  /// The archive that holds them; empty when nothing was imported.
  public Optional<Path> archive() {
    Path archive = folder.resolve(ARCHIVE);
    return Files.isRegularFile(archive) ? Optional.of(archive) : Optional.empty();
  }

  /// What was imported; empty when nothing was.
  ///
  /// @throws DetectionException when the archive is damaged
  public Optional<ImportRecord> current() {
    Optional<Path> archive = archive();
    if (archive.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] json = contents(archive.get()).get(RECORD);
      if (json == null) {
        throw new IOException("no " + RECORD);
      }
      return Optional.of(RecordJson.read(json));
    } catch (IOException damaged) {
      throw new DetectionException(
          new Text(
              "Les règles importées (%s) sont abîmées : importez-les de nouveau."
                  .formatted(archive.get()),
              "The imported rules (%s) are damaged: import them again.".formatted(archive.get())),
          damaged);
    }
  }

  /// Puts these rules in the place of those imported before.
  ///
  /// @throws DetectionException when another import is running, or the directory cannot be written:
  ///   what was imported before then stays
  public ImportRecord install(RuleImport rules, Instant at) {
    ImportRecord about = ImportRecord.of(rules, at);
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
      }
      try (FileChannel guard =
              FileChannel.open(
                  folder.resolve("import.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = lock(guard)) {
        if (lock == null) {
          throw new DetectionException(
              new Text(
                  "Un autre import est en cours dans %s : attendez sa fin.".formatted(folder),
                  "Another import is running in %s: wait for its end.".formatted(folder)));
        }
        sweep();
        replace(rules, about);
      }
    } catch (IOException failure) {
      throw new DetectionException(
          new Text(
              "Impossible d’écrire dans %s : vérifiez vos droits et la place libre. Rien n’a changé."
                  .formatted(folder),
              "Cannot write in %s: check your permissions and the free space. Nothing was changed."
                  .formatted(folder)),
          failure);
    }
    return about;
  }

  private static @Nullable FileLock lock(FileChannel guard) throws IOException {
    try {
      return guard.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  /// Removes what imports that were killed left behind.
  private void sweep() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, UNFINISHED + "*.tmp")) {
      for (Path file : left) {
        Files.delete(file);
      }
    }
  }

  private void replace(RuleImport rules, ImportRecord about) throws IOException {
    Map<String, byte[]> files = rules.files();
    Path unfinished = Files.createTempFile(folder, UNFINISHED, ".tmp");
    try {
      write(unfinished, files, about);
      Map<String, byte[]> written = contents(unfinished);
      written.remove(RECORD);
      if (!RuleImport.sha256(written).equals(about.sha256())) {
        throw new IOException("what was written is not what was to be");
      }
      Files.move(
          unfinished,
          folder.resolve(ARCHIVE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
        directory.force(true);
      }
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void write(Path file, Map<String, byte[]> files, ImportRecord about)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      OutputStream output = Channels.newOutputStream(channel);
      ZipOutputStream zip = new ZipOutputStream(output);
      add(zip, RECORD, RecordJson.write(about));
      for (Map.Entry<String, byte[]> kept : files.entrySet()) {
        add(zip, kept.getKey(), kept.getValue());
      }
      zip.finish();
      zip.flush();
      channel.force(true);
    }
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static Map<String, byte[]> contents(Path archive) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        try (InputStream input = zip.getInputStream(entry)) {
          contents.put(entry.getName(), input.readAllBytes());
        }
      }
    }
    return contents;
  }
}
