package fr.bastide.cli;

import fr.bastide.airlock.link.ResendOrders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Orders the running low side to send items again, by their numbers.
@Command(name = "resend")
final class AirlockResend implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Console console;

  @Parameters(index = "0", paramLabel = "N[-M]")
  private String numbers = "";

  @Option(names = "--state", paramLabel = "DIR", required = true)
  private Path state = Path.of("");

  AirlockResend(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    int dash = numbers.indexOf('-');
    long from = number(dash < 0 ? numbers : numbers.substring(0, dash));
    long to = dash < 0 ? from : number(numbers.substring(dash + 1));
    if (to < from) {
      throw wrong();
    }
    Optional<Long> sent = new ResendOrders(state).place(from, to, PATIENCE);
    if (sent.isEmpty()) {
      console.say(
          "Le côté bas n’a pas répondu\u202f; il obéira quand il tournera.",
          "The low side did not answer; it will obey when it runs.");
      return ExitCode.FAILURE;
    }
    long gone = to - from + 1 - sent.get();
    console.say(
        "Éléments renvoyés\u00a0: %d\u202f; absents du journal\u00a0: %d."
            .formatted(sent.get(), gone),
        "Items sent again: %d; not in the journal: %d.".formatted(sent.get(), gone));
    return gone == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private static long number(String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException no) {
      throw wrong();
    }
    throw wrong();
  }

  private static UsageError wrong() {
    return new UsageError(
        "Donnez un numéro, ou deux séparés par un tiret\u00a0: 7 ou 7-12.",
        "Give a number, or two with a hyphen between: 7 or 7-12.");
  }
}
