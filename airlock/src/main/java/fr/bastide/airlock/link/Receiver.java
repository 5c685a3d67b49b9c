package fr.bastide.airlock.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Takes datagrams from the inlet into buffers that were allocated before, and does nothing else,
/// so that it is always ready for the next. What finds no free buffer is lost and counted; an inlet
/// that waits is left to wait.
final class Receiver implements Runnable {

  private static final int RING_BYTES = 32 << 20;
  private static final int MOST_SLOTS = 16_384;

  private final Inlet inlet;
  private final BlockingQueue<ByteBuffer> free;
  private final BlockingQueue<ByteBuffer> full;
  private final ByteBuffer spare;
  private final AtomicLong overrun = new AtomicLong();
  private volatile Optional<IOException> failure = Optional.empty();

  /// @param largest bytes of the largest datagram
  Receiver(Inlet inlet, int largest) {
    this.inlet = inlet;
    int slots = Math.clamp(RING_BYTES / largest, 16, MOST_SLOTS);
    free = new ArrayBlockingQueue<>(slots);
    full = new ArrayBlockingQueue<>(slots);
    for (int i = 0; i < slots; i++) {
      free.add(ByteBuffer.allocate(largest));
    }
    spare = ByteBuffer.allocate(largest);
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        ByteBuffer slot = inlet.waits() ? free.take() : free.poll();
        if (slot == null) {
          if (inlet.take(spare)) {
            overrun.incrementAndGet();
          }
        } else if (inlet.take(slot)) {
          full.put(slot);
        } else {
          free.put(slot);
        }
      }
    } catch (ClosedChannelException closed) {
      Thread.currentThread().interrupt();
    } catch (IOException failed) {
      failure = Optional.of(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /// Datagrams in the order they came.
  BlockingQueue<ByteBuffer> full() {
    return full;
  }

  /// Gives a buffer back.
  void done(ByteBuffer slot) throws InterruptedException {
    free.put(slot);
  }

  /// How many datagrams were lost since this was last asked.
  long overrun() {
    return overrun.getAndSet(0);
  }

  Optional<IOException> failure() {
    return failure;
  }
}
