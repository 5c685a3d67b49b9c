package fr.bastide.airlock.link;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Datagrams over a stream of bytes, such as a serial line or a pipe, framed by [Cobs].
final class StreamOutlet implements Outlet {

  private final OutputStream out;
  private ByteBuffer framed = ByteBuffer.allocate(Cobs.most(2_048));
  private boolean begun;

  StreamOutlet(OutputStream out) {
    this.out = out;
  }

  @Override
  public void send(ByteBuffer datagram) throws IOException {
    int most = Cobs.most(datagram.remaining());
    if (framed.capacity() < most) {
      framed = ByteBuffer.allocate(most);
    }
    if (!begun) {
      out.write(0); // ends whatever half frame an earlier process left
      begun = true;
    }
    framed.clear();
    Cobs.write(datagram, framed);
    out.write(framed.array(), 0, framed.position());
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
