package fr.bastide.post.crossing;

import fr.bastide.airlock.mail.authentication.Dns;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Asks name servers (RFC 1035): by UDP from a new port each time, and by TCP for what is longer.
///
/// The platform's own client comes through its naming system, which can be led to load objects; a
/// library we looked at takes over every look-up of the process. What is needed here is small.
final class NameServers implements Dns {

  private static final Path SYSTEM = Path.of("/etc/resolv.conf");
  private static final int PORT = 53;
  private static final int PATIENCE_MS = 1_500;
  private static final int TRIES = 2;
  private static final int LONGEST = 4_096;

  private final List<InetSocketAddress> servers;
  private final SecureRandom random = new SecureRandom();

  /// @param servers those of the system when there are none
  NameServers(List<InetSocketAddress> servers) {
    this.servers = servers.isEmpty() ? ofTheSystem() : List.copyOf(servers);
  }

  private static List<InetSocketAddress> ofTheSystem() {
    List<InetSocketAddress> found = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(SYSTEM, StandardCharsets.ISO_8859_1)) {
        String[] words = line.strip().replace('\t', ' ').split(" ", -1);
        if (words.length > 1 && words[0].equals("nameserver")) {
          found.add(new InetSocketAddress(InetAddress.ofLiteral(words[1]), PORT));
        }
      }
    } catch (IOException | IllegalArgumentException none) {
      return List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT));
    }
    return found.isEmpty()
        ? List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT))
        : found;
  }

  @Override
  public Answer ask(String name, Kind kind) {
    if (!isName(name)) {
      return new Answer.Nothing();
    }
    for (int i = 0; i < TRIES; i++) {
      InetSocketAddress server = servers.get(i % servers.size());
      try {
        byte[] question = DnsMessage.question(random.nextInt(1 << 16), name, kind);
        byte[] answer = byUdp(server, question);
        if (DnsMessage.isCut(answer)) {
          answer = byTcp(server, question);
        }
        return DnsMessage.read(answer, name, kind);
      } catch (IOException noAnswer) {
        // The next one may have one.
      }
    }
    return new Answer.Unavailable();
  }

  /// Letters, digits, hyphens and underscores, in labels that can be sent.
  private static boolean isName(String name) {
    for (String label : name.split("\\.", -1)) {
      boolean good =
          !label.isEmpty()
              && label.length() < 64
              && label
                  .chars()
                  .allMatch(
                      c -> c < 0x7f && (Character.isLetterOrDigit(c) || "-_".indexOf(c) >= 0));
      if (!good) {
        return false;
      }
    }
    return name.length() < 254;
  }

  /// An answer to this question; others are passed over until time is up.
  private static byte[] byUdp(InetSocketAddress server, byte[] question) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(server);
      socket.send(new DatagramPacket(question, question.length));
      long end = System.nanoTime() + PATIENCE_MS * 1_000_000L;
      byte[] room = new byte[LONGEST];
      while (true) {
        long left = (end - System.nanoTime()) / 1_000_000L;
        if (left < 1) {
          throw new IOException("no answer in time");
        }
        socket.setSoTimeout((int) left);
        DatagramPacket packet = new DatagramPacket(room, room.length);
        socket.receive(packet);
        byte[] answer = Arrays.copyOf(room, packet.getLength());
        if (DnsMessage.answers(answer, question)) {
          return answer;
        }
      }
    }
  }

  private static byte[] byTcp(InetSocketAddress server, byte[] question) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(server, PATIENCE_MS);
      socket.setSoTimeout(PATIENCE_MS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeShort(question.length);
      out.write(question);
      out.flush();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] answer = new byte[in.readUnsignedShort()];
      in.readFully(answer);
      if (!DnsMessage.answers(answer, question)) {
        throw new IOException("an answer to another question");
      }
      return answer;
    }
  }
}
