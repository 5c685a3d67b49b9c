package fr.bastide.gateway.internal;

import fr.bastide.gateway.GatewayException;
import fr.bastide.kernel.Text;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// One process at a time on a side's folder.
public final class SideLock {

  private SideLock() {}

  /// Takes the folder, made when missing and for its owner alone.
  ///
  /// @throws GatewayException when another process has it
  public static Closeable take(Path state) throws IOException {
    if (!Files.isDirectory(state)) {
      Path parent = state.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      if (state.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectory(
            state,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectory(state);
      }
    }
    FileChannel channel =
        FileChannel.open(
            state.resolve("gateway.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw new GatewayException(
          new Text(
              "Un autre processus se sert déjà de " + state + ". Arrêtez-le d’abord.",
              "Another process uses " + state + " already. Stop it first."));
    }
    return channel;
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock held = channel.tryLock();
      return held != null;
    } catch (OverlappingFileLockException within) {
      return false;
    }
  }
}
