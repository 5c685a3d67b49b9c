package fr.bastide.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The processor time of this process and of everything it started, those that ended since too, as
/// seen some times a second.
final class WorkerLoad implements AutoCloseable {

  private static final long PAUSE = 50;

  private final Map<Long, Duration> seen = new ConcurrentHashMap<>();
  private final Thread watcher = Thread.ofPlatform().daemon().name("load").unstarted(this::watch);

  WorkerLoad() {
    look();
    watcher.start();
  }

  double cpuSeconds() {
    look();
    return seen.values().stream().mapToLong(Duration::toNanos).sum() / 1e9;
  }

  private void look() {
    look(ProcessHandle.current());
    ProcessHandle.current().descendants().forEach(this::look);
  }

  private void look(ProcessHandle process) {
    process.info().totalCpuDuration().ifPresent(total -> seen.put(process.pid(), total));
  }

  private void watch() {
    try {
      while (true) {
        look();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException done) {
      return;
    }
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
