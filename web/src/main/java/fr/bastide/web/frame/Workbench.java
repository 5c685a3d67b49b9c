package fr.bastide.web.frame;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where work is done that takes much of the processor: a few pieces at once, a short queue, and
/// then [Busy]. Requests run on virtual threads, which nobody interrupts while they calculate: a
/// few such pieces would hold all of them. Here they have threads of the system, which share.
public final class Workbench implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final Duration TELL_EVERY = Duration.ofMinutes(1);
  private static final long IDLE_SECONDS = 30;

  private final String name;
  private final Duration patience;
  private final ThreadPoolExecutor hands;
  private final AtomicInteger working = new AtomicInteger();
  private final LongAccumulator most = new LongAccumulator(Math::max, 0);
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong told = new AtomicLong(System.nanoTime() - TELL_EVERY.toNanos());

  /// A bench.
  ///
  /// @param name what it is called in logs
  /// @param atOnce how many pieces are worked on at the same time
  /// @param waiting how many may wait
  /// @param patience how long one waits, work included
  public Workbench(String name, int atOnce, int waiting, Duration patience) {
    this.name = name;
    this.patience = patience;
    this.hands =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    hands.allowCoreThreadTimeOut(true);
  }

  /// Does a piece of work that needs nothing of the thread that asks for it, and waits for it.
  ///
  /// @throws Busy when too many wait already, or the wait was too long
  public <T> T run(Supplier<T> work) {
    Future<T> piece;
    try {
      piece = hands.submit(() -> counted(work));
    } catch (RejectedExecutionException full) {
      throw busy();
    }
    try {
      return piece.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      piece.cancel(false);
      hands.purge();
      throw busy();
    } catch (InterruptedException stopped) {
      piece.cancel(false);
      Thread.currentThread().interrupt();
      throw busy();
    } catch (ExecutionException failed) {
      return rethrow(Objects.requireNonNull(failed.getCause()));
    }
  }

  /// The most pieces that were ever worked on at the same time.
  public long mostAtOnce() {
    return most.get();
  }

  /// How many were sent away.
  public long refused() {
    return refused.get();
  }

  @Override
  public void close() {
    hands.shutdownNow();
  }

  private <T> T counted(Supplier<T> work) {
    most.accumulate(working.incrementAndGet());
    try {
      return work.get();
    } finally {
      working.decrementAndGet();
    }
  }

  /// Told once a minute: a line for each refusal would be a second flood.
  private Busy busy() {
    long times = refused.incrementAndGet();
    long last = told.get();
    long now = System.nanoTime();
    if (now - last >= TELL_EVERY.toNanos() && told.compareAndSet(last, now)) {
      LOG.warn("{}: too much at once; {} sent away since the start", name, times);
    }
    return new Busy(RETRY_AFTER);
  }

  private static <T> T rethrow(Throwable cause) {
    switch (cause) {
      case RuntimeException own -> throw own;
      case Error fatal -> throw fatal;
      default -> throw new IllegalStateException("a supplier throws nothing else", cause);
    }
  }
}
