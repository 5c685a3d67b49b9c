package fr.bastide.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Unpacks the archive of programs beside its final place and renames it there in one step, so that
/// nobody ever sees half of it.
final class BinariesUnpacking {

  private BinariesUnpacking() {}

  static void unpack(InputStream archive, Path home, boolean readableByAll) throws IOException {
    var parent = PrivateFiles.parent(home);
    if (readableByAll) {
      Files.createDirectories(parent, permissions("rwxr-xr-x"));
    } else {
      PrivateFiles.createDirectory(parent);
    }
    var fresh = PrivateFiles.createSibling(parent, ".unpacking-");
    try {
      var files = extract(archive, fresh, readableByAll);
      BinariesIndex.write(fresh, files);
      if (readableByAll) {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      moveInto(fresh, home);
      PrivateFiles.synchronise(parent);
    } finally {
      PrivateFiles.deleteTree(fresh);
    }
  }

  private static void moveInto(Path fresh, Path home) throws IOException {
    if (Files.exists(home)) {
      var aside = PrivateFiles.createSibling(PrivateFiles.parent(home), ".damaged-");
      Files.move(home, aside, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      PrivateFiles.deleteTree(aside);
    }
    try {
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
      // Another process unpacked the same version meanwhile: its copy serves as well as ours.
      if (!BinariesIndex.matches(home)) {
        throw e;
      }
    }
  }

  private static List<Path> extract(InputStream archive, Path into, boolean readableByAll)
      throws IOException {
    var files = new ArrayList<Path>();
    try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("an entry leaves the archive: " + entry.getName());
        }
        if (wanted(entry)) {
          write(tar, entry, target, readableByAll);
          if (!entry.isDirectory()) {
            files.add(target);
          }
        }
      }
    }
    return files;
  }

  /// Development archives (`*.a`) and their descriptions are of no use to a server.
  private static boolean wanted(TarArchiveEntry entry) {
    var name = entry.getName();
    return !name.endsWith(".a") && !name.contains("/pkgconfig/");
  }

  private static void write(
      TarArchiveInputStream tar, TarArchiveEntry entry, Path target, boolean readableByAll)
      throws IOException {
    if (entry.isDirectory()) {
      directories(target, readableByAll);
      return;
    }
    directories(PrivateFiles.parent(target), readableByAll);
    if (entry.isSymbolicLink()) {
      var link = Path.of(entry.getLinkName());
      if (link.getNameCount() != 1 || link.isAbsolute()) {
        throw new IOException("a link leaves its directory: " + entry.getName());
      }
      Files.createSymbolicLink(target, link);
    } else {
      var executable = (entry.getMode() & 0100) != 0;
      Files.createFile(target, permissions(mode(executable, readableByAll)));
      Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(mode(executable, readableByAll)));
    }
  }

  private static void directories(Path directory, boolean readableByAll) throws IOException {
    Files.createDirectories(directory, permissions(mode(true, readableByAll)));
  }

  private static String mode(boolean executable, boolean readableByAll) {
    if (readableByAll) {
      return executable ? "rwxr-xr-x" : "rw-r--r--";
    }
    return executable ? "rwx------" : "rw-------";
  }

  private static java.nio.file.attribute.FileAttribute<?> permissions(String mode) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
  }
}
