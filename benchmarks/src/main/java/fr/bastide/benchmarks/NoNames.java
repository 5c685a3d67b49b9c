package fr.bastide.benchmarks;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// A name server that knows no name (RFC 1035, section 4.1.1), so that no look-up leaves the
/// machine.
final class NoNames implements AutoCloseable {

  private static final int LONGEST = 512;
  private static final int ANSWER = 0x80;
  private static final int NO_SUCH_NAME = 3;

  private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());

  NoNames() throws IOException {
    Thread.ofPlatform().daemon().start(this::serve);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
  }

  private void serve() {
    byte[] bytes = new byte[LONGEST];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
      try {
        socket.receive(packet);
        bytes[2] |= (byte) ANSWER;
        bytes[3] = NO_SUCH_NAME;
        socket.send(packet);
      } catch (IOException closed) {
        return;
      }
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
