package fr.bastide.gateway.internal.files;

import fr.bastide.airlock.flow.AirlockStatus;
import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.flow.Ledger;
import fr.bastide.airlock.flow.Standing;
import fr.bastide.airlock.link.LinkAlarm;
import fr.bastide.kernel.Text;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the high side does beside the link: lets end what was kept long enough, and says how it
/// stands.
public final class HighHousekeeping implements Closeable {

  private static final long PAUSE_MS = 500;
  private static final long STOPPING_MS = 5_000;
  private static final int ALARMS = 100;
  private static final Duration STATUS_EVERY = Duration.ofSeconds(2);
  private static final Duration RETAIN_EVERY = Duration.ofMinutes(10);

  private final Flows flows;
  private final List<Flow> carried;
  private final Ledger ledger;
  private final Shelf shelf;
  private final Path state;
  private final Consumer<Text> report;
  private final Clock clock;
  private final Deque<AirlockStatus.Alarm> alarms = new ArrayDeque<>();
  private final Thread thread =
      Thread.ofPlatform().name("airlock-housekeeping").daemon().unstarted(this::work);
  private Runnable onFailure = () -> {};
  private Instant told = Instant.EPOCH;
  private Instant retained = Instant.EPOCH;
  private volatile boolean stopping;
  private volatile Optional<RuntimeException> failure = Optional.empty();

  public HighHousekeeping(
      Flows flows,
      List<Flow> carried,
      Ledger ledger,
      Shelf shelf,
      Path state,
      Consumer<Text> report,
      Clock clock) {
    this.flows = flows;
    this.carried = carried;
    this.ledger = ledger;
    this.shelf = shelf;
    this.state = state;
    this.report = report;
    this.clock = clock;
  }

  /// Begins.
  ///
  /// @param onFailure called when it cannot go on
  public void start(Runnable onFailure) {
    this.onFailure = onFailure;
    thread.start();
  }

  /// Why it ended before it was told to.
  public Optional<RuntimeException> failure() {
    return failure;
  }

  /// The link said something.
  public synchronized void heard(LinkAlarm alarm) {
    alarms.addFirst(
        new AirlockStatus.Alarm(
            alarm.at(),
            alarm.word(),
            alarm.state() == LinkAlarm.State.RAISED,
            alarm.from(),
            alarm.to(),
            alarm.text()));
    if (alarms.size() > ALARMS) {
      alarms.removeLast();
    }
  }

  private void work() {
    try {
      while (!stopping) {
        try {
          round(clock.instant());
        } catch (IOException disk) {
          report.accept(
              new Text(
                  "Lecture ou écriture impossible\u00a0: " + disk.getMessage(),
                  "Cannot read or write: " + disk.getMessage()));
          Thread.sleep(STOPPING_MS);
        }
        Thread.sleep(PAUSE_MS);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException ended) {
      failure = Optional.of(ended);
      onFailure.run();
    }
  }

  private void round(Instant now) throws IOException {
    if (told.plus(STATUS_EVERY).isBefore(now)) {
      told = now;
      status(now);
    }
    if (retained.plus(RETAIN_EVERY).isBefore(now)) {
      retained = now;
      for (Flow flow : carried) {
        shelf.clear(flow.id(), now.minus(flow.retention()));
      }
    }
  }

  private void status(Instant now) throws IOException {
    Standing standing = ledger.standing();
    Instant midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
    List<AirlockStatus.FlowState> states = new ArrayList<>();
    for (Flow flow : carried) {
      Shelf.Since today = shelf.since(flow.id(), midnight);
      states.add(
          new AirlockStatus.FlowState(
              flow.id(),
              flow.name(),
              flow.direction(),
              flow.carries(),
              flow.vital(),
              standing.open(flow),
              today.files(),
              today.bytes()));
    }
    List<AirlockStatus.Alarm> heard;
    synchronized (this) {
      heard = new ArrayList<>(alarms);
    }
    StatusFile.write(
        state,
        new AirlockStatus(
            AirlockStatus.Side.HIGH,
            now,
            standing.attack(),
            states,
            StatusFile.held(standing, flows),
            List.of(),
            heard));
  }

  @Override
  public void close() {
    stopping = true;
    try {
      if (thread.isAlive()) {
        thread.join(STOPPING_MS);
      }
    } catch (InterruptedException now) {
      Thread.currentThread().interrupt();
    }
  }
}
