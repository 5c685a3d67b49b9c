package fr.bastide.post.crossing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A mail server that refuses one address.
final class RefusingServer implements AutoCloseable {

  private final ServerSocket socket;
  private final String refused;
  private final List<String> accepted = new CopyOnWriteArrayList<>();
  private volatile boolean temporary;

  RefusingServer(String refused) throws IOException {
    this.refused = refused;
    socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// Whether it says "later" instead of "never".
  void temporary(boolean value) {
    temporary = value;
  }

  /// The commands before each message it took, and the message.
  List<String> accepted() {
    return accepted;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket one = socket.accept()) {
        talk(one);
      } catch (IOException closed) {
        // The loop looks.
      }
    }
  }

  private void talk(Socket one) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.US_ASCII));
    OutputStream out = one.getOutputStream();
    say(out, "220 ready");
    StringBuilder envelope = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("RCPT") && line.contains(refused)) {
        say(out, temporary ? "451 later" : "550 nobody here");
      } else if (line.equals("DATA")) {
        say(out, "354 go on");
        for (String data = in.readLine(); data != null && !data.equals("."); data = in.readLine()) {
          envelope.append(data).append('\n');
        }
        accepted.add(envelope.toString());
        envelope.setLength(0);
        say(out, "250 taken");
      } else {
        envelope.append(line).append('\n');
        say(out, line.equals("QUIT") ? "221 bye" : "250 fine");
      }
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
