package fr.bastide.cli;

import fr.bastide.airlock.link.KeyFolder;
import fr.bastide.airlock.link.LinkKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes the keys of one side, or a further pair for later.
@Command(name = "keys")
final class AirlockKeys implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "low|high")
  private LinkKeys.Side side = LinkKeys.Side.LOW;

  @Parameters(index = "1", paramLabel = "DIR")
  private Path folder = Path.of("");

  @Option(names = "--from", paramLabel = "DATE")
  private Optional<LocalDate> from = Optional.empty();

  AirlockKeys(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    LocalDate begins = from.orElseGet(() -> LocalDate.now(Clock.system(ZoneId.systemDefault())));
    for (Path carried : new KeyFolder(folder).make(side, begins)) {
      console.say(
          "À porter à la main sur l’autre côté\u00a0: " + carried,
          "To be carried to the other side by hand: " + carried);
    }
    return ExitCode.DONE;
  }
}
