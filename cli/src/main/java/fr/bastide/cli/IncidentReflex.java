package fr.bastide.cli;

import fr.bastide.incident.file.Results;
import fr.bastide.incident.reflex.ReflexCard;
import fr.bastide.incident.reflex.ReflexCards;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints the reflex card of a kind of incident, or the list of cards.
@Command(name = "reflex")
final class IncidentReflex implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "KIND", arity = "0..1")
  private @Nullable String kind;

  @Option(names = "--json")
  private boolean json;

  IncidentReflex(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ReflexCards cards = ReflexCards.builtin();
    Optional<ReflexCard> asked = Optional.ofNullable(kind).map(name -> card(cards, name));
    if (json) {
      List<ReflexCard> shown = asked.map(List::of).orElse(cards.cards());
      console.out().println(Results.json(cards.version(), shown));
      return ExitCode.DONE;
    }
    ReflexPrinter printer = new ReflexPrinter(console);
    asked.ifPresentOrElse(printer::card, () -> printer.list(cards));
    return ExitCode.DONE;
  }

  private static ReflexCard card(ReflexCards cards, String name) {
    return cards
        .card(name)
        .orElseThrow(() -> {
          String known = String.join(", ", cards.cards().stream().map(ReflexCard::id).toList());
          return new UsageError(
              "Il n’y a pas de fiche «\u00a0%s\u00a0». Possibles\u00a0: %s.".formatted(name, known),
              "There is no card \"%s\". Possible: %s.".formatted(name, known));
        });
  }
}
