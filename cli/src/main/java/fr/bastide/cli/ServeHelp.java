package fr.bastide.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Names `serve` in the help; the launcher runs the server itself.
@Command(name = "serve")
final class ServeHelp implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "serve: ./bastide serve --help");
  }
}
