package fr.bastide.airlock.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeSet;

/// Datagrams from the files of a [FolderOutlet]; the folder may be read-only, nothing in it is
/// changed.
final class FolderInlet implements Inlet {

  private static final long PAUSE_MS = 100;
  private static final long LARGEST = 8 << 20;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Path folder;
  private final Deque<String> names = new ArrayDeque<>();
  private String last = "";
  private ByteBuffer file = NOTHING;
  private volatile boolean closed;

  FolderInlet(Path folder) {
    this.folder = folder;
  }

  @Override
  public boolean take(ByteBuffer into) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    while (file.remaining() < Integer.BYTES) {
      if (!next()) {
        return false;
      }
    }
    int length = file.getInt();
    if (length <= 0 || length > file.remaining()) {
      file = NOTHING;
      return false;
    }
    into.clear();
    boolean fits = length <= into.remaining();
    if (fits) {
      into.put(file.slice(file.position(), length)).flip();
    }
    file.position(file.position() + length);
    return fits;
  }

  private boolean next() throws IOException {
    if (names.isEmpty() && !list()) {
      return false;
    }
    last = names.removeFirst();
    Path path = folder.resolve(last);
    try {
      file = Files.size(path) > LARGEST ? NOTHING : ByteBuffer.wrap(Files.readAllBytes(path));
    } catch (NoSuchFileException aged) {
      file = NOTHING;
    }
    return true;
  }

  private boolean list() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + FolderOutlet.ENDING)) {
      for (Path one : all) {
        String name = one.getFileName().toString();
        if (name.compareTo(last) > 0) {
          found.add(name);
        }
      }
    }
    names.addAll(found);
    if (found.isEmpty()) {
      try {
        Thread.sleep(PAUSE_MS);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new ClosedChannelException();
      }
    }
    return !found.isEmpty();
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public void close() {
    closed = true;
  }
}
