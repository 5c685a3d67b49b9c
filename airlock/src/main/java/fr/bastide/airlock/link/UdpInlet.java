package fr.bastide.airlock.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/// Datagrams over UDP. No method of this class or of the high side sends: the channel is private,
/// and only received from.
final class UdpInlet implements Inlet {

  /// Room for half a second at 500 Mbit/s; the system may grant less (`net.core.rmem_max`).
  static final int BUFFER = 32 << 20;

  private final DatagramChannel channel;
  private final int granted;

  UdpInlet(InetSocketAddress at) throws IOException {
    channel = DatagramChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
    granted = channel.getOption(StandardSocketOptions.SO_RCVBUF);
    channel.bind(at);
  }

  /// Bytes of receive buffer that the system granted.
  int granted() {
    return granted;
  }

  /// Where it listens.
  InetSocketAddress address() throws IOException {
    return (InetSocketAddress) channel.getLocalAddress();
  }

  @Override
  public boolean take(ByteBuffer into) throws IOException {
    into.clear();
    channel.receive(into);
    into.flip();
    return into.hasRemaining();
  }

  @Override
  public boolean waits() {
    return false;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
