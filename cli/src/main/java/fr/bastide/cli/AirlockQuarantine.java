package fr.bastide.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What was held at the door: why, who asks for it, who lets it cross.
@Command(
    name = "quarantine",
    subcommands = {
      AirlockQuarantineList.class,
      AirlockQuarantineShow.class,
      AirlockQuarantineDecide.Ask.class,
      AirlockQuarantineDecide.Release.class,
      AirlockQuarantineDecide.Refuse.class
    })
final class AirlockQuarantine implements Runnable {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  AirlockQuarantine(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    spec.commandLine().usage(console.out());
  }
}
