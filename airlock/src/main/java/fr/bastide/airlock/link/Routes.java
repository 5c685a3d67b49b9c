package fr.bastide.airlock.link;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// Opens the two ends of a route.
final class Routes {

  /// How long the low side leaves files in a shared folder.
  private static final Duration FOLDER_KEPT = Duration.ofHours(1);

  private static final int BUFFER = 1 << 16;

  private Routes() {}

  /// The low side's end.
  ///
  /// @param order where the session stands among those of its sender
  static Outlet outlet(LinkRoute route, long order) throws IOException {
    return switch (route) {
      case LinkRoute.Udp udp -> new UdpOutlet(resolved(udp.address()));
      case LinkRoute.Folder folder -> new FolderOutlet(folder.folder(), order, FOLDER_KEPT);
      case LinkRoute.Line line ->
          new StreamOutlet(
              new BufferedOutputStream(
                  Files.newOutputStream(line.device(), StandardOpenOption.WRITE), BUFFER));
    };
  }

  /// The high side's end.
  static Inlet inlet(LinkRoute route) throws IOException {
    return switch (route) {
      case LinkRoute.Udp udp -> new UdpInlet(resolved(udp.address()));
      case LinkRoute.Folder folder -> new FolderInlet(folder.folder());
      case LinkRoute.Line line -> new StreamInlet(Files.newInputStream(line.device()));
    };
  }

  private static InetSocketAddress resolved(InetSocketAddress address) throws IOException {
    if (address.isUnresolved()) {
      throw new UnknownHostException(address.getHostString());
    }
    return address;
  }
}
