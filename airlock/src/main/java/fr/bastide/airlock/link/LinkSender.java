package fr.bastide.airlock.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Sends sealed envelopes: one thread that cuts them into symbols, keeps the pace and gives a sign
/// of life four times a second, also in the middle of a long item.
final class LinkSender implements Runnable {

  static final long BEAT_NANOS = 250_000_000;

  private static final long IDLE_NANOS = 20_000_000;
  private static final long LONGEST_HELD_NANOS = 200_000_000;
  private static final int QUEUE = 1_024;
  private static final int QUEUE_KB = 96 << 10;

  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  private record Parcel(long number, byte[] envelope) {
    int kilobytes() {
      return Math.min(QUEUE_KB, 1 + (envelope.length >> 10));
    }
  }

  private record Ending(long number, long block) {}

  private final Outlet outlet;
  private final Pace pace;
  private final Datagrams datagrams;
  private final BlockWriter writer;
  private final InstantSource clock;
  private final Consumer<IOException> trouble;
  private final BlockingQueue<Parcel> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Semaphore room = new Semaphore(QUEUE_KB);
  private final Deque<Ending> endings = new ArrayDeque<>();
  private final ByteBuffer payload;
  private final ByteBuffer wire;
  private long count;
  private long sendings;
  private long nextBeat = System.nanoTime();
  private long heldSince;
  private boolean holding;
  private volatile long sent;
  private volatile boolean stopping;

  /// @param sent the highest number sent before
  LinkSender(
      Outlet outlet,
      Pace pace,
      LinkShape shape,
      Datagrams datagrams,
      long sent,
      InstantSource clock,
      Consumer<IOException> trouble) {
    this.outlet = outlet;
    this.pace = pace;
    this.datagrams = datagrams;
    this.sent = sent;
    this.clock = clock;
    this.trouble = trouble;
    payload = ByteBuffer.allocate(shape.symbol() + Datagrams.BLOCK_HEAD);
    wire = ByteBuffer.allocate(shape.symbol() + Datagrams.OVERHEAD);
    writer = new BlockWriter(shape, this::symbol);
  }

  /// Hands an envelope over; waits while much is waiting.
  void put(long number, byte[] envelope) throws InterruptedException {
    Parcel parcel = new Parcel(number, envelope);
    room.acquire(parcel.kilobytes());
    queue.put(parcel);
  }

  /// The highest number of which every byte has left.
  long sent() {
    return sent;
  }

  /// Sends what waits, then ends.
  void stop() {
    stopping = true;
  }

  @Override
  public void run() {
    try {
      while (!stopping || !queue.isEmpty()) {
        Parcel parcel = queue.poll(IDLE_NANOS, TimeUnit.NANOSECONDS);
        if (parcel == null) {
          flush();
        } else {
          send(parcel);
        }
        beatWhenDue();
      }
      flush();
      beat();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Parcel parcel) {
    writer.write(++sendings, parcel.envelope());
    endings.add(new Ending(parcel.number(), writer.next()));
    room.release(parcel.kilobytes());
    settle();
    long now = System.nanoTime();
    if (!holding) {
      holding = true;
      heldSince = now;
    } else if (now - heldSince > LONGEST_HELD_NANOS) {
      flush();
    }
  }

  private void flush() {
    writer.flush();
    holding = false;
    try {
      outlet.flush();
    } catch (IOException failed) {
      trouble.accept(failed);
    }
    settle();
  }

  private void settle() {
    while (!endings.isEmpty() && endings.getFirst().block() < writer.left()) {
      sent = Math.max(sent, endings.removeFirst().number());
    }
  }

  private void symbol(long block, int data, int repair, int index, ByteBuffer symbol) {
    payload.clear();
    payload.putLong(block).put((byte) data).put((byte) repair).put((byte) index);
    payload.put(symbol).flip();
    send(Datagrams.Kind.SYMBOL);
    beatWhenDue();
  }

  private void beatWhenDue() {
    if (System.nanoTime() - nextBeat >= 0) {
      beat();
    }
  }

  private void beat() {
    nextBeat = System.nanoTime() + BEAT_NANOS;
    new Heartbeat(clock.instant(), sent, writer.next()).write(payload);
    send(Datagrams.Kind.HEARTBEAT);
    try {
      outlet.flush();
    } catch (IOException failed) {
      trouble.accept(failed);
    }
  }

  private void send(Datagrams.Kind kind) {
    datagrams.write(kind, count++, payload, wire);
    pace.await(wire.remaining());
    try {
      outlet.send(wire);
    } catch (IOException failed) {
      trouble.accept(failed);
    }
  }
}
