package fr.bastide.airlock.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

/// Datagrams from a stream of bytes; what is damaged is dropped up to the next zero.
final class StreamInlet implements Inlet {

  private static final long PAUSE_MS = 100;

  private final InputStream in;
  private final byte[] read = new byte[1 << 16];
  private final ByteBuffer frame = ByteBuffer.allocate(Cobs.most(1 << 16));
  private int at;
  private int end;
  private boolean tooLong;
  private volatile boolean closed;

  StreamInlet(InputStream in) {
    this.in = in;
  }

  @Override
  public boolean take(ByteBuffer into) throws IOException {
    while (true) {
      if (at == end && !fill()) {
        return false;
      }
      while (at < end) {
        byte next = read[at++];
        if (next == 0) {
          if (ended(into)) {
            return true;
          }
        } else if (frame.hasRemaining()) {
          frame.put(next);
        } else {
          tooLong = true;
        }
      }
    }
  }

  private boolean ended(ByteBuffer into) {
    frame.flip();
    into.clear();
    boolean good = !tooLong && frame.hasRemaining() && Cobs.read(frame, into);
    into.flip();
    frame.clear();
    tooLong = false;
    return good && into.hasRemaining();
  }

  private boolean fill() throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    at = 0;
    end = Math.max(0, in.read(read));
    if (end == 0) {
      pause();
      return false;
    }
    return true;
  }

  /// At the end of a pipe whose writer went away: another one may come.
  private static void pause() throws ClosedChannelException {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new ClosedChannelException();
    }
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    in.close();
  }
}
