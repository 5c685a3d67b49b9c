package fr.bastide.benchmarks;

import fr.bastide.airlock.Policies;
import fr.bastide.airlock.link.HighSettings;
import fr.bastide.airlock.link.HighSide;
import fr.bastide.airlock.link.KeyFolder;
import fr.bastide.airlock.link.LinkKeys;
import fr.bastide.airlock.link.LinkRoute;
import fr.bastide.airlock.link.LinkShape;
import fr.bastide.airlock.link.LowSettings;
import fr.bastide.airlock.link.LowSide;
import fr.bastide.airlock.link.Preparation;
import fr.bastide.airlock.mail.Mailbox;
import fr.bastide.airlock.mail.OwnNames;
import fr.bastide.airlock.receipt.OperatorKey;
import fr.bastide.airlock.worker.Settings;
import fr.bastide.airlock.worker.Workshop;
import fr.bastide.post.SmtpServer;
import fr.bastide.post.crossing.HighCrossing;
import fr.bastide.post.crossing.HighMail;
import fr.bastide.post.crossing.LowCrossing;
import fr.bastide.post.crossing.LowMail;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Mail from a client to a server across both sides, with real workers and a real link (a shared
/// folder): how many messages a minute, and how much CPU time of all processes, the clients' too.
final class MailTable {

  private static final int WARM_UP = 100;
  private static final int MAILS = 1_000;
  private static final int CLIENTS = 4;

  private final Path root;
  private final Clock clock = Clock.system(ZoneId.systemDefault());

  private final NoNames names;

  private MailTable(Path root, NoNames names) {
    this.root = root;
    this.names = names;
  }

  /// @param runs how many times a thousand messages are sent
  static void print(int runs) throws Exception {
    Path root = Files.createTempDirectory("bastide-mail");
    System.out.println("state and messages are in " + root);
    try (NoNames names = new NoNames()) {
      new MailTable(root, names).measure(runs);
    }
  }

  private void measure(int runs) throws Exception {
    keys();
    try (MailSink sink = new MailSink();
        Workshop workshop = Workshop.open(Settings.standard());
        LowCrossing low =
            new LowCrossing(
                lowMail(),
                root.resolve("in"),
                root.resolve("held"),
                workshop::pass,
                OperatorKey.in(root.resolve("receipts.key")),
                Preparation.AS_IS,
                clock);
        LowSide lowSide = new LowSide(lowSettings(), low, t -> System.out.println(t.en()), clock);
        HighSide highSide = new HighSide(highSettings(), a -> System.out.println(a), clock);
        HighCrossing high =
            new HighCrossing(
                highMail(sink.port()),
                root.resolve("out"),
                t -> System.out.println(t.en()),
                clock)) {
      System.out.println("confinement: " + workshop.ready());
      low.start();
      background(() -> {
        lowSide.run();
        return 0;
      });
      background(() -> {
        highSide.run();
        return 0;
      });
      background(() -> {
        high.run();
        return 0;
      });
      MailLoad load = new MailLoad(low.port(), CLIENTS);
      load.send(WARM_UP);
      sink.await(WARM_UP);
      try (WorkerLoad workers = new WorkerLoad()) {
        for (int run = 1; run <= runs; run++) {
          run(run, load, sink, workers);
        }
      }
      lowSide.stop();
      highSide.stop();
    }
  }

  private static void run(int number, MailLoad load, MailSink sink, WorkerLoad workers)
      throws Exception {
    int before = sink.count();
    double cpu = workers.cpuSeconds();
    long start = System.nanoTime();
    load.send(MAILS);
    sink.await(before + MAILS);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "run %d: %d mails in %.1f s, %.0f mails/minute, %.1f ms of CPU a mail, all processes"
            + " together%n",
        number, MAILS, seconds, MAILS / seconds * 60, (workers.cpuSeconds() - cpu) / MAILS * 1e3);
  }

  private static void background(Callable<Integer> work) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            work.call();
          } catch (Exception failed) {
            throw new IllegalStateException(failed);
          }
        });
  }

  private void keys() throws IOException {
    LocalDate today = LocalDate.now(clock);
    new KeyFolder(root.resolve("low-keys")).make(LinkKeys.Side.LOW, today);
    new KeyFolder(root.resolve("high-keys")).make(LinkKeys.Side.HIGH, today);
    Files.copy(root.resolve("low-keys/low.public"), root.resolve("high-keys/low.public"));
    Files.copy(root.resolve("low-keys/link.secret"), root.resolve("high-keys/link.secret"));
    Files.copy(root.resolve("high-keys/high.public"), root.resolve("low-keys/high.public"));
  }

  private LinkRoute route() {
    return new LinkRoute.Folder(root.resolve("link"));
  }

  private LowSettings lowSettings() {
    return new LowSettings(
        root.resolve("in"),
        "files",
        root.resolve("low"),
        root.resolve("low-keys"),
        route(),
        LinkShape.forMtu(9_000),
        0,
        Duration.ofDays(1),
        1L << 33);
  }

  private HighSettings highSettings() {
    return new HighSettings(
        root.resolve("out"),
        root.resolve("high"),
        root.resolve("high-keys"),
        route(),
        LinkShape.forMtu(9_000),
        1);
  }

  private LowMail lowMail() {
    return new LowMail(
        "sas.example",
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        new OwnNames(List.of("mairie.example"), List.of("Claire Martin"), List.of()),
        Mailbox.address("sas@mairie.example").orElseThrow(),
        Policies.named("standard"),
        "mail",
        1 << 25,
        new LowMail.ReceiptShown.Apart(),
        Optional.empty(),
        List.of(names.address()),
        LowMail.Forged.MARK);
  }

  private static HighMail highMail(int port) {
    return new HighMail(
        new SmtpServer(
            "127.0.0.1", port, SmtpServer.Security.NONE, Optional.empty(), "sas@mairie.example"),
        Mailbox.address("postmaster@mairie.example").orElseThrow(),
        "haut.example",
        "mail",
        Optional.empty());
  }
}
