package fr.bastide.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Says what to do in an incident and what the law asks, without server nor database.
@Command(
    name = "incident",
    subcommands = {
      IncidentTemplate.class,
      IncidentObligations.class,
      IncidentReflex.class,
      IncidentDossier.class,
      IncidentMessage.class
    })
final class IncidentCommand implements Runnable {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  IncidentCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    spec.commandLine().usage(console.help());
  }
}
