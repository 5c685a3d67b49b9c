package fr.bastide.gateway.internal.files;

import fr.bastide.airlock.flow.AirlockStatus;
import fr.bastide.airlock.flow.DayCount;
import fr.bastide.airlock.flow.Decision;
import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.flow.HeldItem;
import fr.bastide.airlock.flow.Ledger;
import fr.bastide.airlock.flow.Quarantine;
import fr.bastide.airlock.flow.Standing;
import fr.bastide.kernel.Text;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What the low side does beside the link: looks into the drop folders, cuts and opens flows, hands
/// over what was released, lets end what is due, and says how it stands.
public final class LowHousekeeping implements Closeable {

  private static final long PAUSE_MS = 200;
  private static final long STOPPING_MS = 5_000;
  private static final Duration STATUS_EVERY = Duration.ofSeconds(2);
  private static final Duration RETAIN_EVERY = Duration.ofMinutes(10);
  private static final Duration TROUBLE_EVERY = Duration.ofSeconds(10);

  /// What it works with.
  ///
  /// @param carried the flows this side carries
  /// @param folders the drop folders, when it has any
  /// @param state the side's folder
  public record Rooms(
      Flows flows,
      List<Flow> carried,
      Ledger ledger,
      Originals originals,
      Spool spool,
      ReceiptShelf receipts,
      Releases releases,
      Intake intake,
      Optional<DropFolders> folders,
      Path state) {}

  private final Rooms rooms;
  private final Consumer<Text> report;
  private final Clock clock;
  private final Thread thread =
      Thread.ofPlatform().name("airlock-housekeeping").daemon().unstarted(this::work);
  private Runnable onFailure = () -> {};
  private Instant told = Instant.EPOCH;
  private Instant retained = Instant.EPOCH;
  private Instant troubled = Instant.EPOCH;
  private volatile boolean stopping;
  private volatile Optional<RuntimeException> failure = Optional.empty();

  public LowHousekeeping(Rooms rooms, Consumer<Text> report, Clock clock) throws IOException {
    this.rooms = rooms;
    this.report = report;
    this.clock = clock;
    rooms.spool().clearStaging();
    cut();
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

  private void work() {
    try {
      while (!stopping) {
        try {
          round(clock.instant());
        } catch (IOException disk) {
          trouble(disk);
        }
        Thread.sleep(PAUSE_MS);
      }
      status(clock.instant());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (IOException unsaid) {
      trouble(unsaid);
    } catch (RuntimeException ended) {
      failure = Optional.of(ended);
      onFailure.run();
    }
  }

  private void round(Instant now) throws IOException {
    cut();
    if (rooms.folders().isPresent()) {
      rooms.folders().get().look();
    }
    rooms.releases().send();
    if (told.plus(STATUS_EVERY).isBefore(now)) {
      told = now;
      status(now);
    }
    if (retained.plus(RETAIN_EVERY).isBefore(now)) {
      retained = now;
      retain(now);
    }
  }

  private void cut() throws IOException {
    Standing standing = rooms.ledger().standing();
    Set<String> all = rooms.carried().stream().map(Flow::id).collect(Collectors.toSet());
    Set<String> shut =
        rooms.carried().stream()
            .filter(flow -> !standing.open(flow))
            .map(Flow::id)
            .collect(Collectors.toSet());
    rooms.spool().cut(shut, all);
  }

  private void retain(Instant now) throws IOException {
    while (rooms.ledger().decide(standing -> Quarantine.expire(standing, rooms.flows(), now))
        instanceof Decision.Done) {
      report.accept(
          new Text(
              "Un élément retenu est échu\u00a0: personne n’a décidé à temps.",
              "A held item is over: nobody decided in time."));
    }
    Set<String> wanted =
        rooms.ledger().standing().items().stream()
            .filter(item -> item.open() || item.state() == HeldItem.State.RELEASED)
            .map(item -> item.held().original())
            .collect(Collectors.toSet());
    for (String flow : rooms.originals().flows()) {
      Duration kept = rooms.flows().flow(flow).map(Flow::retention).orElse(Flow.STANDARD_RETENTION);
      Instant before = now.minus(kept);
      rooms
          .originals()
          .clear(flow, (name, since) -> !wanted.contains(name) && since.isBefore(before));
      rooms.receipts().clear(flow, before);
    }
  }

  private void status(Instant now) throws IOException {
    Standing standing = rooms.ledger().standing();
    List<AirlockStatus.FlowState> states =
        rooms.carried().stream()
            .map(flow -> {
              DayCount.Total today = rooms.intake().today(flow);
              return new AirlockStatus.FlowState(
                  flow.id(),
                  flow.name(),
                  flow.direction(),
                  flow.carries(),
                  flow.vital(),
                  standing.open(flow),
                  today.files(),
                  today.bytes());
            })
            .toList();
    StatusFile.write(
        rooms.state(),
        new AirlockStatus(
            AirlockStatus.Side.LOW,
            now,
            standing.attack(),
            states,
            StatusFile.held(standing, rooms.flows()),
            rooms.receipts().recent(),
            List.of()));
  }

  private void trouble(IOException failed) {
    Instant now = clock.instant();
    if (troubled.plus(TROUBLE_EVERY).isBefore(now)) {
      troubled = now;
      report.accept(
          new Text(
              "Lecture ou écriture impossible\u00a0: " + failed.getMessage(),
              "Cannot read or write: " + failed.getMessage()));
    }
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
