package fr.bastide.airlock.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/// Datagrams over UDP. The socket is never read: whatever might come is for nobody.
final class UdpOutlet implements Outlet {

  private static final int BUFFER = 1 << 22;

  private final DatagramChannel channel;
  private final InetSocketAddress to;

  UdpOutlet(InetSocketAddress to) throws IOException {
    this.to = to;
    channel = DatagramChannel.open();
    channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER);
  }

  @Override
  public void send(ByteBuffer datagram) throws IOException {
    channel.send(datagram, to);
  }

  @Override
  public void flush() {
    // every datagram has left already
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
