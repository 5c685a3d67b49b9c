package fr.bastide.post.crossing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A name server of a test's own (RFC 1035): texts, addresses and exchangers by name, and "no such
/// name" for all others.
final class LocalResolver implements AutoCloseable {

  private static final int HEAD = 12;
  private static final Map<String, Integer> KINDS =
      Map.of("A", 1, "PTR", 12, "MX", 15, "TXT", 16, "AAAA", 28);

  private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  private final Map<String, List<byte[]>> records = new ConcurrentHashMap<>();

  LocalResolver() throws IOException {
    Thread.ofPlatform().daemon().start(this::serve);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
  }

  /// A text in several strings.
  LocalResolver text(String name, String... strings) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (String one : strings) {
      data.write(one.length());
      data.writeBytes(one.getBytes(StandardCharsets.US_ASCII));
    }
    return with("TXT", name, data.toByteArray());
  }

  LocalResolver exchanger(String name, String exchanger) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(new byte[] {0, 10});
    for (String label : exchanger.split("\\.", -1)) {
      data.write(label.length());
      data.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    data.write(0);
    return with("MX", name, data.toByteArray());
  }

  LocalResolver with(String kind, String name, byte[]... data) {
    records.put(KINDS.get(kind) + " " + name, List.of(data));
    return this;
  }

  private void serve() {
    byte[] bytes = new byte[512];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
      try {
        socket.receive(packet);
        byte[] answer = answer(Arrays.copyOf(bytes, packet.getLength()));
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private byte[] answer(byte[] query) {
    StringBuilder name = new StringBuilder();
    int at = HEAD;
    while (query[at] != 0) {
      name.append(name.isEmpty() ? "" : ".");
      name.append(new String(query, at + 1, query[at], StandardCharsets.US_ASCII));
      at += query[at] + 1;
    }
    int kind = query[at + 2] & 0xff;
    List<byte[]> found = records.getOrDefault(kind + " " + name, List.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(query, 0, 2);
    out.writeBytes(new byte[] {(byte) 0x84, (byte) (found.isEmpty() ? 3 : 0), 0, 1});
    out.writeBytes(new byte[] {0, (byte) found.size(), 0, 0, 0, 0});
    out.write(query, HEAD, at + 5 - HEAD);
    for (byte[] data : found) {
      out.writeBytes(new byte[] {(byte) 0xc0, HEAD, 0, (byte) kind, 0, 1, 0, 0, 0, 60});
      out.write(data.length >> 8);
      out.write(data.length);
      out.writeBytes(data);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    socket.close();
  }
}
