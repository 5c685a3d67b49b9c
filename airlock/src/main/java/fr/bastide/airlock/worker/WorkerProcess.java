package fr.bastide.airlock.worker;

import fr.bastide.airlock.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// One worker, seen from its workshop: asked one thing at a time, killed at the end of its time.
final class WorkerProcess implements AutoCloseable {

  /// What a machine under load needs to start two Java machines one after the other.
  private static final Duration START = Duration.ofSeconds(30);

  /// Exit code of a worker that ran out of memory; also that of `-XX:+ExitOnOutOfMemoryError`.
  private static final int OUT_OF_MEMORY = 3;

  private final Process process;
  private final OutputStream to;
  private final InputStream from;
  private final ScheduledExecutorService clock;
  private final Set<Protection> protections;
  private int asked;

  private WorkerProcess(Process process, ScheduledExecutorService clock) throws WorkerLost {
    this.process = process;
    this.clock = clock;
    this.to = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
    this.from = new BufferedInputStream(process.getInputStream(), 1 << 16);
    this.protections =
        switch (within(START, () -> Answers.receive(from, 0))) {
          case Answer.Ready ready -> ready.protections();
          case Answer.Done _, Answer.Inspected _, Answer.OutOfMemory _ -> {
            process.destroyForcibly();
            throw new WorkerLost(Reason.WORKER_DIED);
          }
        };
  }

  /// Starts a worker and waits until it is ready.
  ///
  /// @throws WorkerLost when it does not come up
  static WorkerProcess start(List<String> command, ScheduledExecutorService clock)
      throws WorkerLost {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("LANG", "C.UTF-8");
    try {
      return new WorkerProcess(builder.start(), clock);
    } catch (IOException failed) {
      throw new WorkerLost(Reason.WORKER_DIED);
    }
  }

  Set<Protection> protections() {
    return protections;
  }

  /// How many orders it had.
  int asked() {
    return asked;
  }

  /// One order and its answer.
  ///
  /// @throws WorkerLost when it died, took too long, ran out of memory or spoke nonsense; it is
  ///   dead afterwards
  Answer ask(Order order) throws WorkerLost {
    asked++;
    Answer answer =
        within(
            Duration.ofSeconds(order.policy().limits().seconds()),
            () -> {
              Orders.send(to, order);
              return Answers.receive(from, order.policy().limits().bytes());
            });
    if (answer instanceof Answer.OutOfMemory) {
      process.destroyForcibly();
      throw new WorkerLost(Reason.MEMORY_OUT);
    }
    return answer;
  }

  private interface Exchange {
    Answer run() throws IOException;
  }

  /// The clock is ours: at the end of the time the process is killed, which ends the exchange.
  private Answer within(Duration time, Exchange exchange) throws WorkerLost {
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> alarm =
        clock.schedule(
            () -> {
              late.set(true);
              process.destroyForcibly();
            },
            time.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return exchange.run();
    } catch (IOException broken) {
      throw lost(late.get());
    } finally {
      alarm.cancel(false);
    }
  }

  private WorkerLost lost(boolean late) {
    if (late) {
      return new WorkerLost(Reason.TIME_OUT);
    }
    try {
      if (process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() == OUT_OF_MEMORY) {
        return new WorkerLost(Reason.MEMORY_OUT);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    return new WorkerLost(Reason.WORKER_DIED);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
