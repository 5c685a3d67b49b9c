package fr.bastide.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Names `serve` and its options in the help and in the completion; the launcher runs the server
/// itself.
@Command(name = "serve")
@SuppressWarnings(
    "UnusedVariable") // named for picocli alone: the launcher hands them to the server
final class ServeHelp implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", paramLabel = "DIR")
  private @Nullable Path data;

  @Option(names = "--listen", paramLabel = "HOST:PORT")
  private @Nullable String listen;

  @Option(names = "--management", paramLabel = "HOST:PORT")
  private @Nullable String management;

  @Option(names = "--database-url", paramLabel = "URL")
  private @Nullable String databaseUrl;

  @Option(names = "--tls-cert", paramLabel = "FILE")
  private @Nullable Path certificate;

  @Option(names = "--tls-key", paramLabel = "FILE")
  private @Nullable Path key;

  @Option(names = "--territory", paramLabel = "CODE")
  private @Nullable String territory;

  @Option(names = "--demo")
  private boolean demo;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "serve: ./bastide serve --help");
  }
}
