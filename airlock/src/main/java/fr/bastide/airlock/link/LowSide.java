package fr.bastide.airlock.link;

import fr.bastide.airlock.link.DropFolder.Taken;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The low side: takes dropped files, journals them, and sends them; it never receives.
///
/// An item is on the disk in the journal before the file that was dropped is removed, and its
/// number is given with that. What was journalled and not known to have left is sent again at the
/// next start: the high side publishes no number twice.
public final class LowSide implements AutoCloseable {

  /// Most bytes of one item: both sides hold it whole in memory, several times.
  public static final int MOST_BYTES = 64 << 20;

  private static final String SENT = "sent";
  private static final String SESSION = "session";
  private static final int BATCH = 64;
  private static final long BATCH_BYTES = 16 << 20;
  private static final long PAUSE_MS = 20;
  private static final Duration MANIFEST_EVERY = Duration.ofSeconds(30);
  private static final Duration MARK_EVERY = Duration.ofSeconds(1);
  private static final Duration RETAIN_EVERY = Duration.ofMinutes(1);
  private static final Duration TROUBLE_EVERY = Duration.ofSeconds(10);

  private final LowSettings settings;
  private final Preparation preparation;
  private final Consumer<Text> report;
  private final Clock clock;
  private final StateFolder state;
  private final LowJournal journal;
  private final DropFolder drop;
  private final ResendOrders orders;
  private final KeyFolder keys;
  private final Outlet outlet;
  private final LinkSender sender;
  private final Thread sending;
  private final List<Manifest.Line> listed = new ArrayList<>();
  private LinkKeys.Pair low;
  private PublicKey high;
  private LocalDate keyDay;
  private Instant listedAt;
  private Instant markedAt;
  private Instant retainedAt;
  private long marked;
  private volatile Instant troubledAt = Instant.EPOCH;
  private volatile boolean stopping;

  /// Opens a low side.
  ///
  /// @param report told what a person should know
  public LowSide(LowSettings settings, Preparation preparation, Consumer<Text> report, Clock clock)
      throws IOException {
    this.settings = settings;
    this.preparation = preparation;
    this.report = report;
    this.clock = clock;
    state = new StateFolder(settings.state());
    keys = new KeyFolder(settings.keys());
    keyDay = LocalDate.now(clock);
    low = keys.pair(LinkKeys.Side.LOW, keyDay);
    high = keys.newestOpen(LinkKeys.Side.HIGH, keyDay);
    journal = new LowJournal(state.path("journal"), keys.storage());
    drop = new DropFolder(settings.in(), settings.flow(), journal.lastTicket());
    drop.recover(journal);
    orders = new ResendOrders(settings.state());
    marked = Math.min(state.number(SENT), journal.highest());
    long order = Math.max(state.number(SESSION) + 1, clock.millis());
    state.remember(SESSION, order);
    outlet = Routes.outlet(settings.route(), order);
    sender =
        new LinkSender(
            outlet,
            new Pace(settings.megabits()),
            settings.shape(),
            new Datagrams(keys.link(), session(order)),
            marked,
            clock,
            this::trouble);
    sending = Thread.ofPlatform().name("airlock-sender").daemon().unstarted(sender);
    listedAt = clock.instant();
    markedAt = listedAt;
    retainedAt = listedAt;
  }

  private static byte[] session(long order) {
    byte[] session = new byte[Datagrams.SESSION];
    new SecureRandom().nextBytes(session);
    ByteBuffer.wrap(session).putLong(order);
    return session;
  }

  /// Runs until [#stop], then sends what was begun.
  public void run() throws IOException, InterruptedException {
    sending.start();
    for (long number = journal.lastManifest() + 1; number <= journal.highest(); number++) {
      journal.read(number).map(Manifest.Line::of).ifPresent(listed::add);
    }
    sendAgain(marked + 1, journal.highest());
    while (!stopping) {
      boolean idle = !takeSome();
      follow();
      house(clock.instant());
      if (idle) {
        Thread.sleep(PAUSE_MS);
      }
    }
    sender.stop();
    sending.join();
    mark();
  }

  /// Ends [#run] soon; may be called by any thread.
  public void stop() {
    stopping = true;
  }

  /// The highest number of which every byte has left.
  public long sent() {
    return sender.sent();
  }

  private boolean takeSome() throws IOException, InterruptedException {
    List<Taken> batch = drop.take(BATCH, BATCH_BYTES);
    List<Taken> fitting = fitting(batch);
    List<Preparation.Drop> drops = new ArrayList<>();
    for (Taken taken : fitting) {
      drops.add(read(taken));
    }
    List<Preparation.Prepared> prepared = preparation.prepareAll(drops);
    List<Item> items = new ArrayList<>();
    List<Taken> done = new ArrayList<>();
    for (int i = 0; i < fitting.size(); i++) {
      Taken taken = fitting.get(i);
      switch (prepared.get(i)) {
        case Preparation.Prepared.Ready ready -> {
          Item item = item(taken.flow(), ready);
          journal.append(item, LowJournal.ITEM, taken.ticket());
          items.add(item);
          done.add(taken);
        }
        case Preparation.Prepared.Held held -> hold(taken, held.why());
      }
    }
    if (!items.isEmpty()) {
      journal.force();
    }
    for (Taken taken : done) {
      drop.done(taken);
    }
    for (Item item : items) {
      listed.add(Manifest.Line.of(item));
      seal(item);
      if (listed.size() >= Manifest.MOST) {
        manifest();
      }
    }
    return !batch.isEmpty();
  }

  private List<Taken> fitting(List<Taken> batch) throws IOException {
    List<Taken> fitting = new ArrayList<>();
    for (Taken taken : batch) {
      if (Files.size(taken.file()) > MOST_BYTES) {
        hold(taken, new Text("trop grand pour le lien", "too large for the link"));
      } else {
        fitting.add(taken);
      }
    }
    return fitting;
  }

  private static Preparation.Drop read(Taken taken) throws IOException {
    Optional<byte[]> receipt =
        taken.receipt().isPresent() && Files.size(taken.receipt().get()) <= MOST_BYTES
            ? Optional.of(Files.readAllBytes(taken.receipt().get()))
            : Optional.empty();
    return new Preparation.Drop(
        taken.flow(), taken.name(), Files.readAllBytes(taken.file()), receipt);
  }

  private Item item(String flow, Preparation.Prepared.Ready ready) {
    return new Item(
        journal.highest() + 1,
        Instant.ofEpochMilli(clock.millis()),
        flow,
        ready.name(),
        ready.type(),
        ready.receipt(),
        ready.content());
  }

  private void hold(Taken taken, Text why) throws IOException {
    held(taken, why);
    drop.hold(taken);
  }

  private void held(Taken taken, Text why) {
    report.accept(
        new Text(
            "Un fichier du flux "
                + taken.flow()
                + " est retenu dans .held\u00a0: "
                + why.fr()
                + ".",
            "A file of the flow " + taken.flow() + " is held in .held: " + why.en() + "."));
  }

  private void manifest() throws IOException, InterruptedException {
    Item item =
        new Item(
            journal.highest() + 1,
            Instant.ofEpochMilli(clock.millis()),
            Manifest.FLOW,
            "manifest.json",
            "application/json",
            new byte[] {'{', '}'},
            new Manifest(List.copyOf(listed)).write());
    journal.append(item, LowJournal.MANIFEST, 0);
    journal.force();
    listed.clear();
    listedAt = clock.instant();
    seal(item);
  }

  private void seal(Item item) throws InterruptedException {
    LocalDate today = LocalDate.now(clock);
    if (!today.equals(keyDay)) {
      keyDay = today;
      low = keys.pair(LinkKeys.Side.LOW, today);
      high = keys.newestOpen(LinkKeys.Side.HIGH, today);
    }
    sender.put(item.number(), Envelope.seal(item, low, high));
  }

  private long sendAgain(long from, long to) throws IOException, InterruptedException {
    long count = 0;
    for (long number = Math.max(from, journal.lowest());
        number <= Math.min(to, journal.highest());
        number++) {
      Optional<Item> item = journal.read(number);
      if (item.isPresent()) {
        seal(item.get());
        count++;
      }
    }
    return count;
  }

  private void follow() throws IOException, InterruptedException {
    for (ResendOrders.Order order : orders.waiting()) {
      orders.answer(order, sendAgain(order.from(), order.to()));
    }
  }

  private void house(Instant now) throws IOException, InterruptedException {
    if (!listed.isEmpty() && listedAt.plus(MANIFEST_EVERY).isBefore(now)) {
      manifest();
    }
    if (markedAt.plus(MARK_EVERY).isBefore(now)) {
      mark();
      markedAt = now;
    }
    if (retainedAt.plus(RETAIN_EVERY).isBefore(now)) {
      journal.retain(settings.kept(), settings.keptBytes(), marked, now);
      retainedAt = now;
    }
  }

  private void mark() throws IOException {
    long sent = sender.sent();
    if (sent != marked) {
      state.remember(SENT, sent);
      marked = sent;
    }
  }

  private void trouble(IOException failed) {
    Instant now = clock.instant();
    if (troubledAt.plus(TROUBLE_EVERY).isBefore(now)) {
      troubledAt = now;
      report.accept(
          new Text(
              "Envoi impossible\u00a0: "
                  + failed.getMessage()
                  + ". Vérifiez l\u2019adresse et le câble.",
              "Cannot send: " + failed.getMessage() + ". Check the address and the cable."));
    }
  }

  @Override
  public void close() throws IOException {
    outlet.close();
    journal.close();
    state.close();
  }
}
