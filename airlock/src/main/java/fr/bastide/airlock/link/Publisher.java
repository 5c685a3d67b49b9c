package fr.bastide.airlock.link;

import fr.bastide.airlock.AirlockException;
import fr.bastide.airlock.link.LinkAlarm.Kind;
import fr.bastide.airlock.link.Publication.Staged;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Opens whole envelopes, refuses what was seen before or is not the low side's, and publishes the
/// rest: staged, then journalled, then moved into sight; several at once, so that the disk is
/// waited for less often.
final class Publisher implements Runnable {

  private static final int BATCH = 64;
  private static final int QUEUE = 1_024;
  private static final int QUEUE_KB = 32 << 10;
  private static final int AT_ONCE = 8;
  private static final long PATIENCE_MS = 100;

  private final HighJournal journal;
  private final Publication publication;
  private final KeyFolder keys;
  private final WatchPost watch;
  private final Clock clock;

  private sealed interface Arrival {}

  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  private record Whole(byte[] envelope) implements Arrival {
    int kilobytes() {
      return Math.min(QUEUE_KB, 1 + (envelope.length >> 10));
    }
  }

  private record Announced(long sent, Instant at) implements Arrival {}

  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  private record Session(byte[] session) implements Arrival {}

  private final BlockingQueue<Arrival> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Semaphore room = new Semaphore(QUEUE_KB);
  private final ExecutorService hands =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().name("airlock-hand-", 0).daemon().factory());
  private LocalDate keyDay = LocalDate.MIN;
  private List<PublicKey> lows = List.of();
  private List<LinkKeys.Pair> highs = List.of();
  private volatile boolean stopping;
  private volatile Optional<IOException> failure = Optional.empty();

  Publisher(
      HighJournal journal, Publication publication, KeyFolder keys, WatchPost watch, Clock clock) {
    this.journal = journal;
    this.publication = publication;
    this.keys = keys;
    this.watch = watch;
    this.clock = clock;
    loadKeys();
  }

  /// Hands a whole envelope over; waits while much is waiting.
  void put(byte[] envelope) throws InterruptedException {
    Whole whole = new Whole(envelope);
    room.acquire(whole.kilobytes());
    queue.put(whole);
  }

  /// What the low side says it has sent; it counts once all that came before it is published, so
  /// that nothing that waits here is taken for missing.
  void announced(long sent, Instant at) throws InterruptedException {
    queue.put(new Announced(sent, at));
  }

  /// The low side began this session; those before it are over.
  void session(byte[] session) throws InterruptedException {
    queue.put(new Session(session));
  }

  void stop() {
    stopping = true;
  }

  /// Why it ended before it was told to; empty while all is well.
  Optional<IOException> failure() {
    return failure;
  }

  @Override
  public void run() {
    try {
      while (!stopping || !queue.isEmpty()) {
        Arrival first = queue.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
        if (first != null) {
          List<Arrival> batch = new ArrayList<>(List.of(first));
          queue.drainTo(batch, BATCH - 1);
          take(batch);
        }
      }
    } catch (IOException failed) {
      failure = Optional.of(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      hands.shutdown();
    }
  }

  private void take(List<Arrival> batch) throws IOException, InterruptedException {
    List<byte[]> envelopes = new ArrayList<>();
    List<Announced> announced = new ArrayList<>();
    for (Arrival one : batch) {
      switch (one) {
        case Whole whole -> envelopes.add(whole.envelope());
        case Announced sent -> announced.add(sent);
        case Session begun -> journal.session(begun.session());
      }
    }
    publish(envelopes);
    journal.force();
    for (Arrival one : batch) {
      if (one instanceof Whole whole) {
        room.release(whole.kilobytes());
      }
    }
    announced.forEach(sent -> watch.announce(sent.sent(), sent.at()));
  }

  private void publish(List<byte[]> envelopes) throws IOException, InterruptedException {
    loadKeys();
    List<Item> items = new ArrayList<>();
    Set<Long> numbers = new HashSet<>();
    for (Envelope.Opened opened : together(envelopes, this::open)) {
      switch (opened) {
        case Envelope.Opened.Bad _ -> watch.count(Kind.REFUSED, 1);
        case Envelope.Opened.Good good -> {
          Item item = good.item();
          if (journal.holds(item.number()) || !numbers.add(item.number())) {
            watch.repeated(item.number());
          } else {
            items.add(item);
          }
        }
      }
    }
    List<Staged> staged = together(items, publication::stage);
    if (staged.isEmpty()) {
      return;
    }
    publication.settle();
    items.forEach(item -> journal.accept(Manifest.Line.of(item)));
    journal.force();
    publication.publish(staged);
    items.forEach(this::tell);
  }

  @FunctionalInterface
  private interface Work<A, B> {
    B apply(A one) throws IOException;
  }

  /// Does the work for all at once: the disk writes many files together nearly as fast as one.
  private <A, B> List<B> together(List<A> all, Work<A, B> work)
      throws IOException, InterruptedException {
    List<Callable<B>> calls = new ArrayList<>();
    all.forEach(one -> calls.add(() -> work.apply(one)));
    List<B> done = new ArrayList<>();
    for (Future<B> one : hands.invokeAll(calls)) {
      try {
        done.add(one.get());
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof IOException disk) {
          throw disk;
        }
        throw new IllegalStateException(failed.getCause());
      }
    }
    return done;
  }

  private void tell(Item item) {
    watch.published(item.number());
    if (!item.flow().equals(Manifest.FLOW)) {
      return;
    }
    Optional<Manifest> manifest = Manifest.read(item.content());
    if (manifest.isEmpty()) {
      watch.mismatch(item.number());
      return;
    }
    for (Manifest.Line line : manifest.get().lines()) {
      Optional<Manifest.Line> ours = journal.find(line.number());
      if (ours.isPresent() && !ours.get().equals(line)) {
        watch.mismatch(line.number());
      } else if (line.number() < item.number()) {
        watch.announce(line.number(), clock.instant());
      }
    }
  }

  private Envelope.Opened open(byte[] envelope) {
    Envelope.Opened opened = new Envelope.Opened.Bad(Envelope.Fault.KEYS);
    for (PublicKey low : lows) {
      for (LinkKeys.Pair high : highs) {
        opened = Envelope.open(envelope, low, high);
        if (!opened.equals(new Envelope.Opened.Bad(Envelope.Fault.KEYS))) {
          return opened;
        }
      }
    }
    return opened;
  }

  private void loadKeys() {
    LocalDate today = LocalDate.now(clock);
    if (today.equals(keyDay)) {
      return;
    }
    lows = keys.open(LinkKeys.Side.LOW, today);
    highs = keys.pairs(LinkKeys.Side.HIGH, today);
    keyDay = today;
    if (lows.isEmpty() || highs.isEmpty()) {
      throw new AirlockException(
          new Text(
              "Aucune clé n\u2019est valable aujourd\u2019hui. Voir bastide airlock keys.",
              "No key is good today. See bastide airlock keys."));
    }
  }
}
