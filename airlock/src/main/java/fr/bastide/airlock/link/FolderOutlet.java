package fr.bastide.airlock.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

/// Datagrams as files of a folder that the other side may only read: each file holds some, every
/// one after its length in 4 bytes, and appears whole under a name that sorts in order.
///
/// The reader deletes nothing, so that old files are removed here.
final class FolderOutlet implements Outlet {

  static final String ENDING = ".link";

  private static final int FILE = 4 << 20;
  private static final Duration CLEANING = Duration.ofMinutes(1);

  private final Path folder;
  private final String session;
  private final Duration kept;
  private final ByteBuffer waiting = ByteBuffer.allocate(FILE);
  private long files;
  private Instant cleaned = Instant.EPOCH;

  /// @param order where the session stands among those of its sender
  /// @param kept how long a file stays for the reader
  FolderOutlet(Path folder, long order, Duration kept) throws IOException {
    this.folder = Files.createDirectories(folder);
    session = "%019d".formatted(order);
    this.kept = kept;
  }

  @Override
  public void send(ByteBuffer datagram) throws IOException {
    if (waiting.remaining() < Integer.BYTES + datagram.remaining()) {
      flush();
    }
    waiting.putInt(datagram.remaining()).put(datagram);
  }

  @Override
  public void flush() throws IOException {
    if (waiting.position() == 0) {
      return;
    }
    String name = session + "-" + "%012d".formatted(files++);
    Path half = folder.resolve(name + ".part");
    waiting.flip();
    DurableFiles.write(half, waiting);
    waiting.clear();
    Files.move(half, folder.resolve(name + ENDING), StandardCopyOption.ATOMIC_MOVE);
    Instant now = Instant.now();
    if (cleaned.plus(CLEANING).isBefore(now)) {
      cleaned = now;
      clean(now.minus(kept));
    }
  }

  private void clean(Instant before) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*{.link,.part}")) {
      for (Path file : all) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
