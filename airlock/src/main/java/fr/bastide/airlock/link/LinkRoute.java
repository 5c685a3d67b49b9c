package fr.bastide.airlock.link;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/// What carries the link.
public sealed interface LinkRoute {

  /// A network: where the low side sends to, or the high side listens.
  record Udp(InetSocketAddress address) implements LinkRoute {}

  /// A shared folder, which the high side only reads.
  record Folder(Path folder) implements LinkRoute {}

  /// A serial line, a pipe, or anything that opens as a file and carries bytes one way.
  record Line(Path device) implements LinkRoute {}
}
