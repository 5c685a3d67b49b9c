package fr.bastide.gateway.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// What was opened, to be closed in the opposite order, each even when another one failed.
public final class Closing implements Closeable {

  private final Deque<Closeable> opened = new ArrayDeque<>();

  /// Remembers how to close something that was opened.
  public synchronized void add(Closeable one) {
    opened.push(one);
  }

  @Override
  public synchronized void close() throws IOException {
    IOException failure = new IOException("not everything could be closed");
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (IOException | RuntimeException one) {
        failure.addSuppressed(one);
      }
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }
}
