package fr.bastide.cli;

import fr.bastide.airlock.flow.AttackMode;
import fr.bastide.airlock.flow.Decision;
import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.flow.Standing;
import fr.bastide.gateway.FileLedger;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Attack mode: cuts all but the vital flows, and opens them again step by step.
@Command(
    name = "attack",
    subcommands = {
      AirlockAttack.On.class,
      AirlockAttack.Step.class,
      AirlockAttack.Off.class,
      AirlockAttackStatus.class,
      AirlockAttackRehearse.class
    })
final class AirlockAttack implements Runnable {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  AirlockAttack(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    spec.commandLine().usage(console.out());
  }

  /// Tells which flows are open.
  static void tell(Console console, Standing standing, Flows flows) {
    AttackMode mode = standing.attack();
    if (mode.on()) {
      console.say(
          "Mode attaque, décidé par %s. Étape du retour\u00a0: %d."
              .formatted(mode.by(), mode.step()),
          "Attack mode, begun by %s. Step of the way back: %d.".formatted(mode.by(), mode.step()));
    } else {
      console.say("Tous les flux sont ouverts.", "All flows are open.");
    }
    for (Flow flow : flows.flows()) {
      boolean open = standing.open(flow);
      console.say(
          "  %-20s %s%s"
              .formatted(
                  flow.id(),
                  open ? "ouvert" : "coupé, rouvre à l’étape " + flow.returns(),
                  flow.vital() ? " (vital)" : ""),
          "  %-20s %s%s"
              .formatted(
                  flow.id(),
                  open ? "open" : "cut, opens again at step " + flow.returns(),
                  flow.vital() ? " (vital)" : ""));
    }
  }

  /// What a person decides about attack mode.
  abstract static class Decide implements Callable<Integer> {

    private final Console console;

    @Mixin private AirlockPerson person = new AirlockPerson();

    Decide(Console console) {
      this.console = console;
    }

    abstract Decision decide(Standing standing, Flows flows, String by, Instant at);

    @Override
    public Integer call() throws IOException {
      Flows flows = person.flows();
      try (FileLedger ledger = HeldItemPrinter.ledger(person.state())) {
        String by = person.signIn(console, flows);
        Instant at = Clock.systemUTC().instant();
        Decision decision = ledger.decide(standing -> decide(standing, flows, by, at));
        if (decision instanceof Decision.Denied denied) {
          Text why = denied.why();
          console.say(why);
          return ExitCode.FINDINGS;
        }
        tell(console, ledger.standing(), flows);
        return ExitCode.DONE;
      }
    }
  }

  /// Cuts all but the vital flows.
  @Command(name = "on")
  static final class On extends Decide {

    @Option(names = "--note", paramLabel = "TEXT")
    private String note = "";

    On(Console console) {
      super(console);
    }

    @Override
    Decision decide(Standing standing, Flows flows, String by, Instant at) {
      return AttackMode.begin(standing, flows, by, note, at);
    }
  }

  /// Opens the flows of the next step.
  @Command(name = "step")
  static final class Step extends Decide {
    Step(Console console) {
      super(console);
    }

    @Override
    Decision decide(Standing standing, Flows flows, String by, Instant at) {
      return AttackMode.step(standing, flows, by, at);
    }
  }

  /// Ends attack mode.
  @Command(name = "off")
  static final class Off extends Decide {
    Off(Console console) {
      super(console);
    }

    @Override
    Decision decide(Standing standing, Flows flows, String by, Instant at) {
      return AttackMode.end(standing, flows, by, at);
    }
  }
}
