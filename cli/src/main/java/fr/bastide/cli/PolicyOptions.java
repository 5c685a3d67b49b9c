package fr.bastide.cli;

import fr.bastide.directory.file.PolicyFiles;
import fr.bastide.directory.sourcing.BodyPolicy;
import fr.bastide.directory.sourcing.Composition;
import fr.bastide.directory.sourcing.SourcingPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which sourcing policy holds: the one of Bastide or a centre's, and a body's on top.
final class PolicyOptions {

  @Option(names = "--policy", paramLabel = "FILE")
  private @Nullable Path centre;

  @Option(names = "--body-policy", paramLabel = "FILE")
  private @Nullable Path body;

  /// The policy, unless something is wrong: then it has been said.
  Optional<SourcingPolicy> read(Console console) throws IOException {
    Path centreFile = centre;
    Optional<SourcingPolicy> policy =
        centreFile == null
            ? Optional.of(SourcingPolicy.builtin())
            : DirectorySource.usable(
                console,
                centreFile,
                PolicyFiles.read(DirectorySource.bytes(centreFile, PolicyFiles.MAX_BYTES)));
    Path bodyFile = body;
    if (bodyFile == null || policy.isEmpty()) {
      return policy;
    }
    Optional<BodyPolicy> own =
        DirectorySource.usable(
            console,
            bodyFile,
            PolicyFiles.readBody(DirectorySource.bytes(bodyFile, PolicyFiles.MAX_BYTES)));
    if (own.isEmpty()) {
      return Optional.empty();
    }
    return switch (policy.get().with(own.get())) {
      case Composition.Composed composed -> Optional.of(composed.policy());
      case Composition.Refused refused -> {
        refused
            .reasons()
            .forEach(
                reason -> console.err().println(bodyFile + ": " + reason.in(console.language())));
        yield Optional.empty();
      }
    };
  }
}
