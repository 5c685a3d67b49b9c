package fr.bastide.cli;

import fr.bastide.airlock.flow.FlowUser;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.gateway.FlowsAt;
import fr.bastide.gateway.Passwords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Who decides at the command line: a user of the flows file, by their password.
final class AirlockPerson {

  @Option(names = "--flows", paramLabel = "FILE", required = true)
  private Path flows = Path.of("");

  @Option(names = "--state", paramLabel = "DIR", required = true)
  private Path state = Path.of("");

  @Option(names = "--as", paramLabel = "USER", required = true)
  private String user = "";

  @Option(names = "--password-file", paramLabel = "FILE")
  private Optional<Path> password = Optional.empty();

  Path state() {
    return state;
  }

  Flows flows() throws IOException {
    return FlowsAt.load(flows);
  }

  /// The user, once the password was right.
  ///
  /// @throws UsageError when it was not
  String signIn(Console console, Flows known) throws IOException {
    char[] typed =
        Secret.read(
            console,
            password,
            "Mot de passe de " + user + "\u00a0: ",
            "Password of " + user + ": ");
    Optional<FlowUser> found = known.user(user);
    if (!Passwords.matches(typed, found.map(FlowUser::password).orElse(""))) {
      throw new UsageError("Nom ou mot de passe inconnu.", "Unknown name or password.");
    }
    return user;
  }
}
