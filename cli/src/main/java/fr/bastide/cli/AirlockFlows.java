package fr.bastide.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The file that says which flows there are and for whom.
@Command(
    name = "flows",
    subcommands = {AirlockFlowsCheck.class, AirlockFlowsPassword.class})
final class AirlockFlows implements Runnable {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  AirlockFlows(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    spec.commandLine().usage(console.out());
  }
}
