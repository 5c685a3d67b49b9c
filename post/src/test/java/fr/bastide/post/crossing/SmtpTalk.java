package fr.bastide.post.crossing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// A client that says to the byte what a test wants.
final class SmtpTalk implements AutoCloseable {

  private static final int PATIENCE_MS = 10_000;

  private final Socket socket;
  private final BufferedReader in;
  private final OutputStream out;

  SmtpTalk(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MS);
    in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    out = socket.getOutputStream();
    answer();
  }

  /// The last line of an answer.
  String answer() throws IOException {
    String line = Objects.requireNonNull(in.readLine());
    while (line.length() > 3 && line.charAt(3) == '-') {
      line = Objects.requireNonNull(in.readLine());
    }
    return line;
  }

  void raw(String bytes) throws IOException {
    out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  String say(String line) throws IOException {
    raw(line + "\r\n");
    return answer();
  }

  /// Goes as far as the data.
  void begin(String from, String... to) throws IOException {
    say("EHLO relais.fournisseur.example");
    say("MAIL FROM:<" + from + ">");
    for (String one : to) {
      say("RCPT TO:<" + one + ">");
    }
    say("DATA");
  }

  /// Sends the data and its end.
  String data(String message) throws IOException {
    raw(message + "\r\n.\r\n");
    return answer();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
