package fr.bastide.airlock.link;

import fr.bastide.airlock.link.LinkAlarm.Kind;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Turns datagrams back into envelopes; one thread.
final class Decoder implements Runnable {

  private static final long ASSEMBLED = 160 << 20;
  private static final long PATIENCE_MS = 100;

  private final Receiver receiver;
  private final Publisher publisher;
  private final WatchPost watch;
  private final InstantSource clock;
  private final Datagrams datagrams;
  private final BlockReader reader;
  private final ItemAssembler assembler;
  private final ByteBuffer into;
  private byte[] session;
  private volatile boolean stopping;

  /// @param session the last session that is known
  Decoder(
      Receiver receiver,
      Publisher publisher,
      WatchPost watch,
      byte[] secret,
      byte[] session,
      LinkShape shape,
      InstantSource clock) {
    this.clock = clock;
    this.receiver = receiver;
    this.publisher = publisher;
    this.watch = watch;
    this.session = session.clone();
    datagrams = new Datagrams(secret, session);
    assembler = new ItemAssembler(ASSEMBLED, this::whole);
    reader = new BlockReader(shape.symbol(), assembler::accept);
    into = ByteBuffer.allocate(shape.symbol() + Datagrams.OVERHEAD);
  }

  void stop() {
    stopping = true;
  }

  @Override
  public void run() {
    try {
      while (!stopping && !Thread.currentThread().isInterrupted()) {
        ByteBuffer datagram = receiver.full().poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
        if (datagram != null) {
          take(datagram);
          receiver.done(datagram);
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(ByteBuffer datagram) throws InterruptedException {
    Optional<Datagrams.Received> received = datagrams.read(datagram, into);
    if (received.isEmpty()) {
      watch.count(Kind.FOREIGN, 1);
      return;
    }
    followSession();
    ByteBuffer payload = received.get().payload();
    switch (received.get().kind()) {
      case SYMBOL -> {
        if (payload.remaining() > Datagrams.BLOCK_HEAD) {
          reader.accept(
              payload.getLong(),
              payload.get() & 0xFF,
              payload.get() & 0xFF,
              payload.get() & 0xFF,
              payload.slice());
        }
      }
      case HEARTBEAT -> {
        Optional<Heartbeat> beat = Heartbeat.read(payload);
        if (beat.isPresent()) {
          watch.heard();
          publisher.announced(beat.get().sent(), clock.instant());
        }
      }
    }
  }

  private void followSession() throws InterruptedException {
    byte[] now = datagrams.session();
    if (Arrays.equals(now, session)) {
      return;
    }
    if (Datagrams.order(session) != 0) {
      watch.restarted();
    }
    session = now;
    reader.restart();
    assembler.restart();
    publisher.session(now);
  }

  private void whole(long sending, byte[] envelope) {
    try {
      publisher.put(envelope);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
