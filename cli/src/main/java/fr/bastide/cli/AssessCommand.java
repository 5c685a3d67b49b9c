package fr.bastide.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Assesses a body from a file, without server nor database.
@Command(
    name = "assess",
    subcommands = {
      AssessTemplate.class,
      AssessCheck.class,
      AssessScore.class,
      AssessPlan.class,
      AssessReport.class
    })
final class AssessCommand implements Runnable {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  AssessCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    spec.commandLine().usage(console.help());
  }
}
