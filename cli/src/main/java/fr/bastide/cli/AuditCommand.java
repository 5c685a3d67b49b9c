package fr.bastide.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Checks the journal, with the server running, stopped, or from a file.
@Command(
    name = "audit",
    subcommands = {AuditVerify.class, AuditExport.class})
final class AuditCommand implements Runnable {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  AuditCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    spec.commandLine().usage(console.help());
  }
}
