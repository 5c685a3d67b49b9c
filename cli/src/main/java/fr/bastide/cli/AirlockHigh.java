package fr.bastide.cli;

import fr.bastide.airlock.link.AlarmLine;
import fr.bastide.airlock.link.HighSettings;
import fr.bastide.airlock.link.LinkAlarm;
import fr.bastide.gateway.HighGateway;
import fr.bastide.gateway.HighPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs the high side until it is stopped.
@Command(name = "high")
final class AirlockHigh implements Callable<Integer> {

  private final Console console;

  @Mixin private AirlockRoute route = new AirlockRoute();

  @Mixin private AirlockDoors doors = new AirlockDoors();

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out = Path.of("");

  @Option(names = "--keys", paramLabel = "DIR", required = true)
  private Path keys = Path.of("");

  @Option(names = "--state", paramLabel = "DIR", required = true)
  private Path state = Path.of("");

  @Option(names = "--alarms", paramLabel = "FILE")
  private Optional<Path> alarms = Optional.empty();

  @Option(names = "--first", paramLabel = "NUMBER")
  private long first = 1;

  @Option(names = "--mail", paramLabel = "FILE")
  private Optional<Path> mail = Optional.empty();

  AirlockHigh(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (first < 1) {
      throw new UsageError("--first\u00a0: 1 ou plus.", "--first: 1 or more.");
    }
    HighSettings settings = new HighSettings(out, state, keys, route.route(), route.shape(), first);
    CountDownLatch ended = new CountDownLatch(1);
    HighPlan plan = new HighPlan(settings, doors.flows(), doors.direction(), doors.doors());
    try (HighGateway side =
            new HighGateway(
                plan, this::tell, console::error, Clock.system(ZoneId.systemDefault()));
        AirlockMail.High letters = new AirlockMail.High(mail, out, console::error)) {
      letters.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> AirlockLow.end(side::stop, ended)));
      console.error(new fr.bastide.kernel.Text("Le côté haut tourne.", "The high side runs."));
      side.run();
    } finally {
      ended.countDown();
    }
    return ExitCode.DONE;
  }

  private void tell(LinkAlarm alarm) {
    String line = AlarmLine.json(alarm);
    console.out().println(line);
    console.out().flush();
    console.error(alarm.text());
    if (alarms.isPresent()) {
      try {
        Files.writeString(
            alarms.get(),
            line + "\n",
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException full) {
        throw new UncheckedIOException(full);
      }
    }
  }
}
