package fr.bastide.airlock.link;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Where the low side's datagrams leave: it only gives.
interface Outlet extends AutoCloseable {

  /// Sends a datagram, or keeps it until [#flush].
  void send(ByteBuffer datagram) throws IOException;

  /// Lets go of what was kept back.
  void flush() throws IOException;

  @Override
  void close() throws IOException;
}
