package fr.bastide.gateway.internal.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// The folder from which the link takes whole files: one subfolder a flow. Files come in by a
/// rename, after their bytes are on the disk; a flow that is cut is a folder under a name the link
/// does not look at.
///
/// All who write are threads of one process: a name that is free stays free under the lock.
public final class Spool {

  private static final String CUT = ".cut-";
  private static final String STAGING = ".staging";
  private static final String RECEIPT = ".receipt.json";

  private final Path folder;
  private final Path staging;

  /// A spool, made when missing.
  public Spool(Path folder) throws IOException {
    this.folder = privateFolder(folder);
    staging = privateFolder(folder.resolve(STAGING));
  }

  /// A folder that only its owner may look into; several threads may ask for it at once.
  static Path privateFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = folder.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectories(folder);
      }
    }
    return folder;
  }

  public Path folder() {
    return folder;
  }

  /// Where files are written before they are whole; on the same disk.
  public Path staging() {
    return staging;
  }

  /// Gives a whole file to the link.
  ///
  /// @param file on the same file system; it is moved
  /// @param name as its sender declared it
  /// @return the name it waits under; empty when the flow is cut
  public synchronized Optional<String> offer(String flow, String name, Path file)
      throws IOException {
    return offer(flow, name, file, Optional.empty());
  }

  /// Gives a whole file with the receipt it already has.
  synchronized Optional<String> offer(String flow, String name, Path file, Optional<Path> receipt)
      throws IOException {
    if (Files.isDirectory(folder.resolve(CUT + flow), LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    Path place = privateFolder(folder.resolve(flow));
    String free = free(place, DeclaredName.plain(name));
    force(file);
    if (receipt.isPresent()) {
      force(receipt.get());
      Files.move(receipt.get(), place.resolve(free + RECEIPT), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(file, place.resolve(free), StandardCopyOption.ATOMIC_MOVE);
    force(place);
    return Optional.of(free);
  }

  private static String free(Path place, String name) {
    String free = name;
    for (int i = 2; Files.exists(place.resolve(free), LinkOption.NOFOLLOW_LINKS); i++) {
      free = DeclaredName.numbered(name, i);
    }
    return free;
  }

  /// Cuts these flows and opens all others.
  synchronized void cut(Set<String> flows, Set<String> all) throws IOException {
    for (String flow : all) {
      Path open = folder.resolve(flow);
      Path shut = folder.resolve(CUT + flow);
      if (flows.contains(flow)) {
        if (!Files.isDirectory(shut, LinkOption.NOFOLLOW_LINKS)) {
          privateFolder(open);
          Files.move(open, shut, StandardCopyOption.ATOMIC_MOVE);
          force(folder);
        }
      } else if (Files.isDirectory(shut, LinkOption.NOFOLLOW_LINKS)) {
        Files.deleteIfExists(open);
        Files.move(shut, open, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
      }
    }
  }

  /// Removes files that were never whole.
  void clearStaging() throws IOException {
    try (var files = Files.newDirectoryStream(staging, "*.part")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
