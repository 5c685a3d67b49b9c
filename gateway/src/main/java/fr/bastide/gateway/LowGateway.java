package fr.bastide.gateway;

import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.link.KeyFolder;
import fr.bastide.airlock.link.LowSettings;
import fr.bastide.airlock.link.LowSide;
import fr.bastide.airlock.receipt.OperatorKey;
import fr.bastide.airlock.worker.Settings;
import fr.bastide.airlock.worker.Workshop;
import fr.bastide.gateway.internal.Closing;
import fr.bastide.gateway.internal.SideLock;
import fr.bastide.gateway.internal.files.Disarming;
import fr.bastide.gateway.internal.files.DropFolders;
import fr.bastide.gateway.internal.files.Intake;
import fr.bastide.gateway.internal.files.LowHousekeeping;
import fr.bastide.gateway.internal.files.Originals;
import fr.bastide.gateway.internal.files.ReceiptShelf;
import fr.bastide.gateway.internal.files.Releases;
import fr.bastide.gateway.internal.files.Spool;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The low side as a whole machine: files come in by its doors, are disarmed, and leave over the
/// link with their receipts; what is refused is held.
public final class LowGateway implements AutoCloseable {

  private static final String SPOOL = "spool";

  private final Closing closing = new Closing();
  private final LowSide side;
  private final LowHousekeeping housekeeping;

  /// Opens a low side, and ends what a crash interrupted.
  ///
  /// @param lane what else leaves by the same link; closed by who made it, after this side
  /// @param report told what a person should know
  public LowGateway(LowPlan plan, Lane lane, Consumer<Text> report, Clock clock)
      throws IOException {
    boolean opened = false;
    try {
      Path state = plan.link().state();
      closing.add(SideLock.take(state));
      OperatorKey key = OperatorKey.in(state.resolve("receipts.key"));
      LowHousekeeping.Rooms rooms = rooms(plan, key, clock);
      rooms.releases().recover();
      Disarming disarming = disarming(plan, rooms, key, clock);
      housekeeping = new LowHousekeeping(rooms, report, clock);
      closing.add(housekeeping);
      LowSettings link = link(plan, rooms.spool());
      side = new LowSide(link, lane.open(link.in(), disarming, key), report, clock);
      closing.add(side::close);
      Doors.low(closing, plan.doors(), rooms, report, clock);
      opened = true;
    } finally {
      if (!opened) {
        closing.close();
      }
    }
  }

  private LowHousekeeping.Rooms rooms(LowPlan plan, OperatorKey key, Clock clock)
      throws IOException {
    Path state = plan.link().state();
    Flows flows =
        plan.flows().isPresent()
            ? FlowsAt.load(plan.flows().get())
            : Flows.of(Flow.plain(plan.link().flow(), plan.policy()));
    FileLedger ledger = FileLedger.open(state);
    closing.add(ledger::close);
    Originals originals = new Originals(state.resolve("vault"), new KeyFolder(plan.link().keys()));
    Spool spool = new Spool(state.resolve(SPOOL));
    Intake intake = new Intake(flows, spool, ledger, state.resolve("deposits"), clock);
    return new LowHousekeeping.Rooms(
        flows,
        flows.in(plan.direction()),
        ledger,
        originals,
        spool,
        new ReceiptShelf(state.resolve("receipts")),
        new Releases(flows, ledger, originals, key, spool, clock),
        intake,
        folders(plan, flows, intake, ledger, spool, clock),
        state);
  }

  private Disarming disarming(
      LowPlan plan, LowHousekeeping.Rooms rooms, OperatorKey key, Clock clock) {
    Workshop workshop = Workshop.open(Settings.standard().withWorkers(plan.workers()));
    closing.add(workshop::close);
    workshop.prepare();
    Disarming disarming =
        new Disarming(
            lookup(rooms.flows(), plan.policy()),
            workshop,
            key,
            rooms.originals(),
            rooms.ledger(),
            rooms.receipts(),
            clock);
    closing.add(disarming::close);
    return disarming;
  }

  private static Function<String, Flow> lookup(Flows flows, String policy) {
    return id -> flows.flow(id).orElseGet(() -> Flow.plain(id, policy));
  }

  /// With a flows file the link takes from the spool, which the doors fill; without, from the
  /// folder.
  private static LowSettings link(LowPlan plan, Spool spool) {
    LowSettings link = plan.link();
    return plan.flows().isEmpty()
        ? link
        : new LowSettings(
            spool.folder(),
            link.flow(),
            link.state(),
            link.keys(),
            link.route(),
            link.shape(),
            link.megabits(),
            link.kept(),
            link.keptBytes());
  }

  private static Optional<DropFolders> folders(
      LowPlan plan, Flows flows, Intake intake, FileLedger ledger, Spool spool, Clock clock)
      throws IOException {
    if (plan.flows().isEmpty()) {
      return Optional.empty();
    }
    Path in = Files.createDirectories(plan.link().in());
    List<Flow> carried =
        flows.in(plan.direction()).stream()
            .filter(flow -> flow.carries() == Flow.Cargo.FILES)
            .toList();
    Path trial = Files.createTempFile(in, ".trial", ".part");
    try {
      Files.move(
          trial, spool.staging().resolve(trial.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(spool.staging().resolve(trial.getFileName()));
    } catch (AtomicMoveNotSupportedException elsewhere) {
      throw new GatewayException(
          new Text(
              "Le dossier de dépôt %s et l’état %s sont sur deux disques\u00a0: mettez-les sur le même, pour que rien ne se perde ni ne passe deux fois."
                  .formatted(in, plan.link().state()),
              "The drop folder %s and the state %s are on two disks: put them on one, so that nothing is lost or crosses twice."
                  .formatted(in, plan.link().state())),
          elsewhere);
    } finally {
      Files.deleteIfExists(trial);
    }
    return Optional.of(new DropFolders(in, flows, carried, intake, ledger, plan.settle(), clock));
  }

  /// Runs until [#stop], then sends what was begun.
  ///
  /// @throws IOException when the disk failed
  public void run() throws IOException, InterruptedException {
    housekeeping.start(side::stop);
    try {
      side.run();
    } finally {
      housekeeping.close();
    }
    Optional<RuntimeException> failure = housekeeping.failure();
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  /// Ends [#run] soon; may be called by any thread.
  public void stop() {
    side.stop();
  }

  @Override
  public void close() throws IOException {
    closing.close();
  }
}
