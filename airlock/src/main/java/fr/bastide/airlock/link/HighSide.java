package fr.bastide.airlock.link;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The high side: takes what the low side sends, publishes whole items once, and says what is
/// missing; it never sends.
public final class HighSide implements AutoCloseable {

  private static final long TICK_MS = 200;

  private final StateFolder state;
  private final HighJournal journal;
  private final Inlet inlet;
  private final WatchPost watch;
  private final Publisher publisher;
  private final Receiver receiver;
  private final Decoder decoder;
  private final KernelDrops drops;
  private final Consumer<LinkAlarm> alarms;
  private volatile boolean stopping;

  /// Opens a high side, and ends what a crash interrupted.
  ///
  /// @param alarms told what happens on the link
  public HighSide(HighSettings settings, Consumer<LinkAlarm> alarms, Clock clock)
      throws IOException {
    this.alarms = alarms;
    state = new StateFolder(settings.state());
    KeyFolder keys = new KeyFolder(settings.keys());
    byte[] secret = keys.link();
    journal = new HighJournal(state.path("accepted"));
    Publication publication = new Publication(settings.out());
    publication.recover(journal.numbers());
    watch =
        new WatchPost(new LinkWatch(journal.numbers(), settings.first(), clock.instant()), clock);
    publisher = new Publisher(journal, publication, keys, watch, clock);
    inlet = Routes.inlet(settings.route());
    drops = KernelDrops.of(inlet);
    receiver = new Receiver(inlet, settings.shape().symbol() + Datagrams.OVERHEAD);
    decoder =
        new Decoder(receiver, publisher, watch, secret, journal.session(), settings.shape(), clock);
  }

  /// Runs until [#stop].
  ///
  /// @throws IOException when the inlet or the disk failed
  public void run() throws IOException, InterruptedException {
    Thread publishing = Thread.ofPlatform().name("airlock-publisher").daemon().start(publisher);
    Thread decoding = Thread.ofPlatform().name("airlock-decoder").daemon().start(decoder);
    Thread receiving = Thread.ofPlatform().name("airlock-receiver").daemon().start(receiver);
    while (!stopping && publishing.isAlive() && decoding.isAlive() && receiving.isAlive()) {
      Thread.sleep(TICK_MS);
      tick();
    }
    decoder.stop();
    decoding.join();
    publisher.stop();
    publishing.join();
    tick();
    Optional<IOException> failure = publisher.failure().or(receiver::failure);
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (!stopping) {
      throw new IllegalStateException("a thread of the high side ended");
    }
  }

  private void tick() throws IOException {
    watch.count(LinkAlarm.Kind.OVERRUN, receiver.overrun() + drops.since());
    watch.tick().forEach(alarms);
  }

  /// Ends [#run] soon; may be called by any thread.
  public void stop() {
    stopping = true;
  }

  /// What is missing now, as `7` or `7-12`.
  public List<String> missing() {
    return watch.missing().stream().map(NumberSet.Range::toString).toList();
  }

  @Override
  public void close() throws IOException {
    inlet.close();
    journal.close();
    state.close();
  }
}
