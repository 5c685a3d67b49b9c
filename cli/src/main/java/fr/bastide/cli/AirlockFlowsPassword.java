package fr.bastide.cli;

import fr.bastide.gateway.Passwords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes the digest of a password for a flows file.
@Command(name = "password")
final class AirlockFlowsPassword implements Callable<Integer> {

  private final Console console;

  @Option(names = "--password-file", paramLabel = "FILE")
  private Optional<Path> file = Optional.empty();

  AirlockFlowsPassword(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    char[] password = Secret.read(console, file, "Nouveau mot de passe\u00a0: ", "New password: ");
    if (password.length < Passwords.LEAST) {
      throw new UsageError(
          "Un mot de passe a au moins %d caractères\u00a0: une phrase convient bien."
              .formatted(Passwords.LEAST),
          "A password has at least %d characters: a sentence does well."
              .formatted(Passwords.LEAST));
    }
    console.out().println(Passwords.digest(password));
    Arrays.fill(password, ' ');
    return ExitCode.DONE;
  }
}
