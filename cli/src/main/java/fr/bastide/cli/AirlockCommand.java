package fr.bastide.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The one-way link: its keys, its two sides and their flows, what is held, and attack mode.
@Command(
    name = "airlock",
    subcommands = {
      AirlockKeys.class,
      AirlockLow.class,
      AirlockHigh.class,
      AirlockResend.class,
      AirlockFlows.class,
      AirlockQuarantine.class,
      AirlockAttack.class
    })
final class AirlockCommand implements Runnable {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  AirlockCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    spec.commandLine().usage(console.out());
  }
}
