package fr.bastide.cli;

import fr.bastide.airlock.flow.Flow;
import fr.bastide.gateway.DoorPlan;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which flows a side carries and which doors it opens, the same options on both sides.
final class AirlockDoors {

  @Option(names = "--flows", paramLabel = "FILE")
  private Optional<Path> flows = Optional.empty();

  @Option(names = "--direction", paramLabel = "in|out")
  private Flow.Direction direction = Flow.Direction.IN;

  @Option(names = "--sftp", paramLabel = "HOST:PORT")
  private Optional<String> sftp = Optional.empty();

  @Option(names = "--page", paramLabel = "HOST:PORT")
  private Optional<String> page = Optional.empty();

  @Option(names = "--tls-cert", paramLabel = "FILE")
  private Optional<Path> certificate = Optional.empty();

  @Option(names = "--tls-key", paramLabel = "FILE")
  private Optional<Path> key = Optional.empty();

  Optional<Path> flows() {
    return flows;
  }

  Flow.Direction direction() {
    return direction;
  }

  /// @throws UsageError when doors are asked for without flows, or half a certificate
  DoorPlan doors() {
    if (flows.isEmpty() && (sftp.isPresent() || page.isPresent())) {
      throw new UsageError(
          "--sftp et --page demandent --flows\u00a0: le fichier dit qui peut entrer.",
          "--sftp and --page need --flows: the file says who may sign in.");
    }
    if (certificate.isPresent() != key.isPresent()) {
      throw new UsageError(
          "--tls-cert et --tls-key vont ensemble.", "--tls-cert and --tls-key go together.");
    }
    return new DoorPlan(
        sftp.map(text -> address("--sftp", text)),
        page.map(text -> address("--page", text)),
        certificate.map(file -> new DoorPlan.Tls(file, key.orElseThrow())));
  }

  private static InetSocketAddress address(String option, String text) {
    int colon = text.lastIndexOf(':');
    try {
      if (colon < 1) {
        throw new IllegalArgumentException("no host");
      }
      String host = text.substring(0, colon);
      boolean brackets = host.startsWith("[") && host.endsWith("]");
      return new InetSocketAddress(
          brackets ? host.substring(1, host.length() - 1) : host,
          Integer.parseInt(text.substring(colon + 1)));
    } catch (IllegalArgumentException no) {
      throw new UsageError(
          option + "\u00a0: adresse et port, comme 127.0.0.1:8443.",
          option + ": an address and a port, such as 127.0.0.1:8443.");
    }
  }
}
