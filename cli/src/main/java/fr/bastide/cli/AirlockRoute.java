package fr.bastide.cli;

import fr.bastide.airlock.link.LinkRoute;
import fr.bastide.airlock.link.LinkShape;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What carries the link, the same on both sides.
final class AirlockRoute {

  @Option(names = "--udp", paramLabel = "HOST:PORT")
  private Optional<String> udp = Optional.empty();

  @Option(names = "--folder", paramLabel = "DIR")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--serial", paramLabel = "DEVICE")
  private Optional<Path> serial = Optional.empty();

  @Option(names = "--mtu", paramLabel = "BYTES")
  private int mtu = 1_500;

  /// @throws UsageError unless exactly one was given
  LinkRoute route() {
    if ((udp.isPresent() ? 1 : 0) + (folder.isPresent() ? 1 : 0) + (serial.isPresent() ? 1 : 0)
        != 1) {
      throw new UsageError(
          "Donnez un chemin et un seul\u00a0: --udp, --folder ou --serial.",
          "Give one route and only one: --udp, --folder or --serial.");
    }
    return udp.<LinkRoute>map(AirlockRoute::address)
        .or(() -> folder.map(LinkRoute.Folder::new))
        .or(() -> serial.map(LinkRoute.Line::new))
        .orElseThrow();
  }

  LinkShape shape() {
    try {
      return LinkShape.forMtu(mtu);
    } catch (IllegalArgumentException no) {
      throw new UsageError(
          "--mtu\u00a0: de 200 à 65000 octets.", "--mtu: from 200 to 65000 bytes.");
    }
  }

  private static LinkRoute.Udp address(String text) {
    int colon = text.lastIndexOf(':');
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      if (colon < 1) {
        throw new IllegalArgumentException("no host");
      }
      String host = text.substring(0, colon);
      boolean brackets = host.startsWith("[") && host.endsWith("]");
      return new LinkRoute.Udp(
          new InetSocketAddress(brackets ? host.substring(1, host.length() - 1) : host, port));
    } catch (IllegalArgumentException no) {
      throw new UsageError(
          "--udp\u00a0: adresse et port, comme 10.0.0.2:4242.",
          "--udp: an address and a port, such as 10.0.0.2:4242.");
    }
  }
}
