package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Files and directories that only their owner may read, written so that a power cut leaves either
/// the old content or the new one.
public final class PrivateFiles {

  private static final FileAttribute<Set<PosixFilePermission>> DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private PrivateFiles() {}

  /// Creates a directory with mode 0700, and its missing parents likewise; leaves one that exists.
  public static void createDirectory(Path directory) {
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(directory, DIRECTORY);
      }
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  /// Creates a new directory with mode 0700 and a random name beside others.
  public static Path createSibling(Path parent, String prefix) {
    try {
      return Files.createTempDirectory(parent, prefix, DIRECTORY);
    } catch (IOException e) {
      throw unwritable(parent, e);
    }
  }

  /// Writes properties into a file of mode 0600, synchronised to disk and then renamed into place.
  public static void write(Path file, Properties properties, String comment) {
    var text = new StringWriter();
    try {
      properties.store(text, comment);
      Path temporary = Files.createTempFile(parent(file), "." + file.getFileName(), ".tmp", FILE);
      try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      synchronise(parent(file));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /// Reads what [#write] wrote; empty when there is no such file.
  public static Optional<Properties> read(Path file) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(file)));
      return Optional.of(properties);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw StoreException.of(
          "Le fichier %s est illisible\u00a0: vérifiez ses droits et son contenu.".formatted(file),
          "The file %s cannot be read: check its permissions and its content.".formatted(file),
          e);
    }
  }

  /// Makes the names in a directory survive a power cut.
  public static void synchronise(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// The directory that holds a file.
  public static Path parent(Path file) {
    var parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  /// Deletes a directory and all it holds, without following links; nothing if it is absent.
  public static void deleteTree(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  static StoreException unwritable(Path path, IOException cause) {
    var reason = cause.getMessage() == null ? "" : cause.getMessage();
    if (reason.contains("No space left") || reason.contains("quota")) {
      return StoreException.of(
          "Le disque est plein\u00a0: impossible d’écrire %s. Libérez de la place, puis relancez."
              .formatted(path),
          "The disk is full: %s cannot be written. Free some space, then start again."
              .formatted(path),
          cause);
    }
    return StoreException.of(
        "Impossible d’écrire %s (%s). Vérifiez les droits du dossier, ou choisissez-en un autre."
            .formatted(path, reason),
        "%s cannot be written (%s). Check the permissions of the directory, or choose another one."
            .formatted(path, reason),
        cause);
  }
}
