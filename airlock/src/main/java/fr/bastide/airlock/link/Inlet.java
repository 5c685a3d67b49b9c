package fr.bastide.airlock.link;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Where the high side's datagrams come from: it only takes, and has no way to answer.
interface Inlet extends AutoCloseable {

  /// Waits for the next datagram and puts it into the buffer, which is then ready to be read.
  ///
  /// @return false when nothing came for a while, or when what came does not fit and was dropped
  /// @throws java.nio.channels.ClosedChannelException when it was closed meanwhile
  boolean take(ByteBuffer into) throws IOException;

  /// Whether what is not taken waits; on a network it does not.
  boolean waits();

  @Override
  void close() throws IOException;
}
