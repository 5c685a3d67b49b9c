package fr.bastide.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Backs the database up and restores it, while the server runs or not.
@Command(
    name = "db",
    subcommands = {DbBackup.class, DbRestore.class})
final class DbCommand implements Runnable {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  DbCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    spec.commandLine().usage(console.help());
  }
}
