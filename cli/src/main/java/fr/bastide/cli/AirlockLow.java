package fr.bastide.cli;

import fr.bastide.airlock.Policies;
import fr.bastide.airlock.link.LowSettings;
import fr.bastide.airlock.worker.Settings;
import fr.bastide.gateway.LowGateway;
import fr.bastide.gateway.LowPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs the low side until it is stopped.
@Command(name = "low")
final class AirlockLow implements Callable<Integer> {

  private static final long STOPPING_MS = 10_000;

  private final Console console;

  @Mixin private AirlockRoute route = new AirlockRoute();

  @Mixin private AirlockDoors doors = new AirlockDoors();

  @Option(names = "--in", paramLabel = "DIR", required = true)
  private Path in = Path.of("");

  @Option(names = "--flow", paramLabel = "NAME")
  private String flow = "files";

  @Option(names = "--policy", paramLabel = "strict|standard|lenient")
  private String policy = "standard";

  @Option(names = "--settle", paramLabel = "SECONDS")
  private int settle = 2;

  @Option(names = "--keys", paramLabel = "DIR", required = true)
  private Path keys = Path.of("");

  @Option(names = "--state", paramLabel = "DIR", required = true)
  private Path state = Path.of("");

  @Option(names = "--rate", paramLabel = "MBIT")
  private int rate = 100;

  @Option(names = "--keep-days", paramLabel = "DAYS")
  private int keepDays = 30;

  @Option(names = "--keep-gb", paramLabel = "GB")
  private int keepGigabytes = 50;

  @Option(names = "--mail", paramLabel = "FILE")
  private Optional<Path> mail = Optional.empty();

  AirlockLow(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    LowSettings settings =
        new LowSettings(
            in,
            flow,
            state,
            keys,
            route.route(),
            route.shape(),
            rate,
            Duration.ofDays(keepDays),
            keepGigabytes * 1_000_000_000L);
    CountDownLatch ended = new CountDownLatch(1);
    LowPlan plan =
        new LowPlan(
            settings,
            doors.flows(),
            doors.direction(),
            policy,
            Duration.ofSeconds(settle),
            Settings.standard().disarming(),
            doors.doors());
    try (AirlockMail.Low letters = new AirlockMail.Low(mail, state);
        LowGateway side =
            new LowGateway(plan, letters, console::error, Clock.system(ZoneId.systemDefault()))) {
      letters.start(console);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(side::stop, ended)));
      console.say("Le côté bas tourne.", "The low side runs.");
      side.run();
    } finally {
      ended.countDown();
    }
    return ExitCode.DONE;
  }

  private void check() {
    if (rate < 0 || keepDays < 1 || keepGigabytes < 1 || settle < 0) {
      throw new UsageError(
          "--rate, --keep-days, --keep-gb et --settle sont des nombres positifs.",
          "--rate, --keep-days, --keep-gb and --settle are positive numbers.");
    }
    if (!Policies.NAMES.contains(policy)) {
      throw new UsageError(
          "--policy\u00a0: choisissez strict, standard ou lenient.",
          "--policy: choose strict, standard or lenient.");
    }
    if (!System.getProperty("sun.jnu.encoding", "UTF-8").equals("UTF-8")) {
      throw new UsageError(
          "Les noms de fichiers ne sont pas en UTF-8 ici\u00a0: relancez avec LC_ALL=C.UTF-8.",
          "File names are not in UTF-8 here: run again with LC_ALL=C.UTF-8.");
    }
  }

  /// Stops a side and waits for it, when the process is asked to end.
  static void end(Runnable stop, CountDownLatch ended) {
    stop.run();
    try {
      if (!ended.await(STOPPING_MS, TimeUnit.MILLISECONDS)) {
        return; // what is not done is done at the next start
      }
    } catch (InterruptedException now) {
      Thread.currentThread().interrupt();
    }
  }
}
