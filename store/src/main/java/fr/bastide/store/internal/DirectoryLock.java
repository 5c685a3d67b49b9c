package fr.bastide.store.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// The right to run the server of one data directory: held by one process at a time, and released
/// by the system when that process ends, however it ends.
public final class DirectoryLock implements AutoCloseable {

  private final FileChannel channel;
  private final FileLock lock;

  private DirectoryLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /// Takes the lock, or says by an empty result that another process has it.
  public static Optional<DirectoryLock> take(Path file) {
    try {
      var channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      var lock = tryLock(channel);
      if (lock.isEmpty()) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      var holder = Long.toString(ProcessHandle.current().pid());
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)));
      return Optional.of(new DirectoryLock(channel, lock.get()));
    } catch (IOException e) {
      throw PrivateFiles.unwritable(file, e);
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  /// The process that wrote its number into the lock file, for a message; empty if unreadable.
  public static Optional<String> holder(Path file) {
    try {
      var text = Files.readString(file).strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException e) {
      System.getLogger(DirectoryLock.class.getName())
          .log(System.Logger.Level.WARNING, "the lock of the data directory was not released", e);
    }
  }
}
