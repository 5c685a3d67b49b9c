package fr.bastide.cli;

import fr.bastide.airlock.flow.Decision;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.flow.Quarantine;
import fr.bastide.airlock.flow.Standing;
import fr.bastide.gateway.FileLedger;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a person decides about a held item, and what is said when it is done.
abstract class AirlockQuarantineDecide implements Callable<Integer> {

  private final Console console;
  private final Text done;

  @Mixin private AirlockPerson person = new AirlockPerson();

  @Parameters(index = "0", paramLabel = "NUMBER")
  private long number;

  @Option(names = "--note", paramLabel = "TEXT")
  private String note = "";

  AirlockQuarantineDecide(Console console, Text done) {
    this.console = console;
    this.done = done;
  }

  /// A person's wish about an item.
  record Wish(long number, String by, String note, Instant at) {}

  abstract Decision decide(Standing standing, Flows flows, Wish wish);

  @Override
  public Integer call() throws IOException {
    Flows flows = person.flows();
    try (FileLedger ledger = HeldItemPrinter.ledger(person.state())) {
      String by = person.signIn(console, flows);
      Wish wish = new Wish(number, by, note, Clock.systemUTC().instant());
      return switch (ledger.decide(standing -> decide(standing, flows, wish))) {
        case Decision.Done _ -> {
          console.say(done);
          yield ExitCode.DONE;
        }
        case Decision.Denied denied -> {
          console.say(denied.why());
          yield ExitCode.FINDINGS;
        }
      };
    }
  }

  /// Asks for an item.
  @Command(name = "request")
  static final class Ask extends AirlockQuarantineDecide {
    Ask(Console console) {
      super(
          console,
          new Text(
              "Demandé. Une seconde personne décide maintenant.",
              "Requested. A second person decides now."));
    }

    @Override
    Decision decide(Standing standing, Flows flows, Wish wish) {
      return Quarantine.request(standing, flows, wish.number(), wish.by(), wish.note(), wish.at());
    }
  }

  /// Lets an item cross as it is.
  @Command(name = "release")
  static final class Release extends AirlockQuarantineDecide {
    Release(Console console) {
      super(
          console,
          new Text(
              "Libéré. L’original passera tel quel.",
              "Released. The original will cross as it is."));
    }

    @Override
    Decision decide(Standing standing, Flows flows, Wish wish) {
      return Quarantine.release(standing, flows, wish.number(), wish.by(), wish.note(), wish.at());
    }
  }

  /// Closes an item.
  @Command(name = "refuse")
  static final class Refuse extends AirlockQuarantineDecide {
    Refuse(Console console) {
      super(console, new Text("Refusé\u00a0: il ne passera pas.", "Refused: it will not cross."));
    }

    @Override
    Decision decide(Standing standing, Flows flows, Wish wish) {
      return Quarantine.refuse(standing, flows, wish.number(), wish.by(), wish.note(), wish.at());
    }
  }
}
