package fr.bastide.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Both sides running in this process.
final class Sides implements AutoCloseable {

  final List<String> said = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Closeable> open = new ArrayList<>();
  private final List<Runnable> stops = new ArrayList<>();

  Sides low(LowPlan plan) throws IOException {
    LowGateway low =
        new LowGateway(plan, Lane.NONE, text -> said.add(text.en()), Clock.systemUTC());
    open.add(low::close);
    stops.add(low::stop);
    start(low::run);
    return this;
  }

  Sides high(HighPlan plan) throws IOException {
    HighGateway high =
        new HighGateway(
            plan,
            alarm -> said.add(alarm.text().en()),
            text -> said.add(text.en()),
            Clock.systemUTC());
    open.add(high::close);
    stops.add(high::stop);
    start(high::run);
    return this;
  }

  private interface Run {
    void run() throws IOException, InterruptedException;
  }

  private void start(Run run) {
    threads.add(
        Thread.ofPlatform()
            .start(() -> {
              try {
                run.run();
              } catch (IOException | InterruptedException ended) {
                said.add("ended: " + ended);
              }
            }));
  }

  @Override
  public void close() throws IOException {
    stops.forEach(Runnable::run);
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException now) {
      Thread.currentThread().interrupt();
    }
    for (Closeable one : open) {
      one.close();
    }
  }
}
