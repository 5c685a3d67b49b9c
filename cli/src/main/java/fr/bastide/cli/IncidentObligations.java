package fr.bastide.cli;

import fr.bastide.incident.Facts;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.file.Results;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.obligation.Switches;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says for each obligation whether it applies in a case, why, and by when.
@Command(name = "obligations")
final class IncidentObligations implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "FACTS")
  private Path file = Path.of("-");

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--at", paramLabel = "INSTANT")
  private String at = "";

  @Option(names = "--in-force", paramLabel = "LAW=DAY")
  private Map<String, String> inForce = new LinkedHashMap<>();

  IncidentObligations(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ObligationBook book = ObligationBook.builtin();
    Instant asked = FactsSource.asked(at);
    Switches switches = switches(book);
    Optional<Facts> facts = FactsSource.usable(console, file, book);
    return facts.isEmpty() ? ExitCode.FINDINGS : qualify(facts.get(), asked, switches, book);
  }

  private int qualify(Facts facts, Instant asked, Switches switches, ObligationBook book) {
    Qualification qualification = Qualification.of(facts, asked, switches);
    if (json) {
      console.out().println(Results.json(qualification, book));
    } else {
      new QualificationPrinter(console, book).print(qualification);
    }
    return ExitCode.DONE;
  }

  private Switches switches(ObligationBook book) {
    Map<String, LocalDate> days = new LinkedHashMap<>();
    for (Map.Entry<String, String> one : inForce.entrySet()) {
      if (!book.switches().containsKey(one.getKey())) {
        List<String> known = List.copyOf(book.switches().keySet());
        throw new UsageError(
            "--in-force : « %s » n’existe pas. Possibles : %s."
                .formatted(one.getKey(), String.join(", ", known)),
            "--in-force: there is no \"%s\". Possible: %s."
                .formatted(one.getKey(), String.join(", ", known)));
      }
      try {
        days.put(one.getKey(), LocalDate.parse(one.getValue()));
      } catch (DateTimeParseException notDay) {
        throw new UsageError(
            "--in-force : il faut un jour comme 2026-12-01.",
            "--in-force: a day is needed, such as 2026-12-01.");
      }
    }
    return new Switches(days);
  }
}
