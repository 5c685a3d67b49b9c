package fr.bastide.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Works with a directory of providers from files, without server nor database.
@Command(
    name = "directory",
    subcommands = {
      DirectoryCheck.class,
      DirectoryNeed.class,
      DirectoryPanel.class,
      DirectoryImport.class,
      DirectoryExport.class,
      DirectorySample.class
    })
final class DirectoryCommand implements Runnable {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  DirectoryCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    spec.commandLine().usage(console.help());
  }
}
