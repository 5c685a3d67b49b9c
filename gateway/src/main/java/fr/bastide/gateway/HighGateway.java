package fr.bastide.gateway;

import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.link.HighSide;
import fr.bastide.airlock.link.LinkAlarm;
import fr.bastide.gateway.internal.Closing;
import fr.bastide.gateway.internal.SideLock;
import fr.bastide.gateway.internal.files.HighHousekeeping;
import fr.bastide.gateway.internal.files.Shelf;
import fr.bastide.gateway.internal.page.HighPages;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The high side as a whole machine: what crossed is published once, and given out by its doors to
/// who may read it.
public final class HighGateway implements AutoCloseable {

  private final Closing closing = new Closing();
  private final HighSide side;
  private final HighHousekeeping housekeeping;

  /// Opens a high side, and ends what a crash interrupted.
  ///
  /// @param alarms told what happens on the link
  /// @param report told what else a person should know
  public HighGateway(HighPlan plan, Consumer<LinkAlarm> alarms, Consumer<Text> report, Clock clock)
      throws IOException {
    boolean opened = false;
    try {
      Path state = plan.link().state();
      closing.add(SideLock.take(state));
      FileLedger ledger = FileLedger.open(state);
      closing.add(ledger::close);
      Flows flows =
          plan.flows().isPresent()
              ? FlowsAt.load(plan.flows().get())
              : Flows.of(Flow.plain("files", "standard"));
      List<Flow> carried = plan.flows().isPresent() ? flows.in(plan.direction()) : List.of();
      Shelf shelf = new Shelf(plan.link().out());
      housekeeping = new HighHousekeeping(flows, carried, ledger, shelf, state, report, clock);
      closing.add(housekeeping);
      side =
          new HighSide(
              plan.link(),
              alarm -> {
                housekeeping.heard(alarm);
                alarms.accept(alarm);
              },
              clock);
      closing.add(side::close);
      HighPages.Rooms rooms = new HighPages.Rooms(flows, carried, ledger, shelf);
      Doors.high(closing, plan.doors(), rooms, state, report, clock);
      opened = true;
    } finally {
      if (!opened) {
        closing.close();
      }
    }
  }

  /// Runs until [#stop].
  ///
  /// @throws IOException when the inlet or the disk failed
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

  /// What is missing now, as `7` or `7-12`.
  public List<String> missing() {
    return side.missing();
  }

  @Override
  public void close() throws IOException {
    closing.close();
  }
}
