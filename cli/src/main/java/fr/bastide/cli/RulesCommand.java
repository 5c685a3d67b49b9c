package fr.bastide.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Checks detection rules, tries them on their samples, shows what they cover, takes in those of
/// others.
@Command(
    name = "rules",
    subcommands = {
      RulesCheck.class,
      RulesTest.class,
      RulesBlind.class,
      RulesCoverage.class,
      RulesImport.class
    })
final class RulesCommand implements Runnable {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  RulesCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    spec.commandLine().usage(console.help());
  }
}
