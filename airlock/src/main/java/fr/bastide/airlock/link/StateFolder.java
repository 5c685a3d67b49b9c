package fr.bastide.airlock.link;

import fr.bastide.airlock.AirlockException;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The folder where a side keeps what it must remember; one process at a time.
final class StateFolder implements AutoCloseable {

  private final Path folder;
  private final FileChannel lock;

  StateFolder(Path folder) throws IOException {
    this.folder = DurableFiles.privateFolder(folder);
    lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(lock)) {
      lock.close();
      throw new AirlockException(
          new Text(
              "Un autre processus se sert déjà de " + folder + ". Arrêtez-le d\u2019abord.",
              "Another process uses " + folder + " already. Stop it first."));
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock held = channel.tryLock();
      return held != null;
    } catch (OverlappingFileLockException within) {
      return false;
    }
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /// A number that is remembered; 0 before it was set.
  long number(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file)
        ? Long.parseLong(Files.readString(file, StandardCharsets.US_ASCII).strip())
        : 0;
  }

  void remember(String name, long number) throws IOException {
    DurableFiles.replace(
        folder.resolve(name), Long.toString(number).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
