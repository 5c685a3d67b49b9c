package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Both sides as the real processes they are, over a real link: a client brings mail to the one, a
/// server gets it from the other, and both are killed in the middle of it.
class AirlockMailTest {

  private static final int MAILS = 24;
  private static final long PATIENCE_MS = 40_000;

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final List<Process> processes = new ArrayList<>();
  private final NoNames names;

  AirlockMailTest() throws IOException {
    names = new NoNames();
  }

  @AfterEach
  void close() throws InterruptedException {
    for (Process one : processes) {
      kill(one);
    }
    server.stop();
    names.close();
  }

  @Test
  void whatWasAcceptedArrivesWhateverIsKilled(@TempDir Path folder) throws Exception {
    server.start();
    keys(folder);
    settings(folder);
    String link = "127.0.0.1:" + freePort();
    Process high = side("high", folder, link, "--out");
    awaitHigh(folder);
    Process low = side("low", folder, link, "--in");
    Set<String> accepted = send(port(low), 0, MAILS / 3);
    kill(low);
    kill(high);
    high = side("high", folder, link, "--out");
    low = side("low", folder, link, "--in");
    int port = port(low);
    accepted.addAll(send(port, MAILS / 3, 2 * MAILS / 3));
    kill(high);
    side("high", folder, link, "--out");
    accepted.addAll(send(port, 2 * MAILS / 3, MAILS));

    assertThat(accepted).hasSize(MAILS);
    List<String> received = received(folder, accepted);
    // A server that said yes to a side that died before it could write that down gets one again.
    assertThat(received).hasSizeLessThanOrEqualTo(MAILS + 2);
    MimeMessage first = server.getReceivedMessages()[0];
    assertThat(first.getHeader("Authentication-Results")[0]).startsWith("sas.example; spf=");
    assertThat(first.getContent().toString()).contains("Bonjour").doesNotContain("<script");
  }

  private List<String> received(Path folder, Set<String> wanted) throws Exception {
    long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
    List<String> subjects = new ArrayList<>();
    for (int turn = 1; System.nanoTime() < end && !new TreeSet<>(subjects).equals(wanted); turn++) {
      Thread.sleep(100);
      if (turn % 20 == 0) {
        sendAgain(folder);
      }
      subjects.clear();
      for (MimeMessage one : server.getReceivedMessages()) {
        subjects.add(one.getSubject());
      }
    }
    assertThat(new TreeSet<>(subjects))
        .as(
            Files.readString(folder.resolve("low.err"))
                + Files.readString(folder.resolve("high.err")))
        .isEqualTo(wanted);
    return subjects;
  }

  /// What went while the high side was dead is lost on the way, and named: a person types what the
  /// high side says.
  private static void sendAgain(Path folder) throws IOException {
    String order = "airlock resend ";
    for (String line : Files.readAllLines(folder.resolve("high.err"))) {
      int at = line.indexOf(order);
      if (at >= 0) {
        String numbers = line.substring(at + order.length()).replace(".", "").strip();
        Ran.of("airlock", "resend", numbers, "--state", folder.resolve("low-state").toString());
      }
    }
  }

  private static void awaitHigh(Path folder) throws Exception {
    Path said = folder.resolve("high.err");
    long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
    while (!Files.exists(said) || !Files.readString(said).contains("tourne")) {
      assertThat(System.nanoTime()).as("the high side does not start").isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static void keys(Path folder) throws IOException {
    assertThat(Ran.of("airlock", "keys", "low", folder.resolve("low-keys").toString()).code())
        .isZero();
    assertThat(Ran.of("airlock", "keys", "high", folder.resolve("high-keys").toString()).code())
        .isZero();
    Files.copy(folder.resolve("low-keys/low.public"), folder.resolve("high-keys/low.public"));
    Files.copy(folder.resolve("low-keys/link.secret"), folder.resolve("high-keys/link.secret"));
    Files.copy(folder.resolve("high-keys/high.public"), folder.resolve("low-keys/high.public"));
  }

  private void settings(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("low.yaml"),
        """
        host: sas.example
        listen: 127.0.0.1:0
        domains: [mairie.example]
        names: [Claire Martin]
        address: sas@mairie.example
        dns: ["127.0.0.1:%d"]
        """
            .formatted(names.address().getPort()));
    Files.writeString(
        folder.resolve("high.yaml"),
        """
        server: 127.0.0.1:%d
        security: none
        postmaster: postmaster@mairie.example
        host: haut.example
        """
            .formatted(server.getSmtp().getPort()));
  }

  private Process side(String side, Path folder, String link, String files) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-Dsun.jnu.encoding=UTF-8",
            "-cp",
            absolute(System.getProperty("java.class.path")),
            Bastide.class.getName(),
            "airlock",
            side,
            files,
            folder.resolve(side.equals("low") ? "in" : "out").toString(),
            "--state",
            folder.resolve(side + "-state").toString(),
            "--keys",
            folder.resolve(side + "-keys").toString(),
            "--udp",
            link,
            "--mail",
            folder.resolve(side + ".yaml").toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.directory(folder.toFile());
    builder.redirectError(folder.resolve(side + ".err").toFile());
    if (side.equals("high")) {
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private static int port(Process low) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(low.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains("SMTP")) {
        String digits = line.substring(line.lastIndexOf(' ') + 1).replace(".", "");
        return Integer.parseInt(digits);
      }
    }
    throw new IOException("the low side did not start");
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      return socket.getLocalPort();
    }
  }

  /// The subjects of the messages that were accepted.
  private static Set<String> send(int port, int from, int to) throws IOException {
    Set<String> accepted = new TreeSet<>();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      OutputStream out = socket.getOutputStream();
      answer(in);
      say(in, out, "EHLO relais.example");
      for (int i = from; i < to; i++) {
        say(in, out, "MAIL FROM:<jean@b.example>");
        say(in, out, "RCPT TO:<accueil@mairie.example>");
        say(in, out, "DATA");
        String subject = "message " + i;
        String answer =
            say(
                in,
                out,
                "From: jean@b.example\r\nSubject: "
                    + subject
                    + "\r\nContent-Type: text/html\r\n\r\n<p>Bonjour<script>x</script>\r\n.");
        if (answer.startsWith("250")) {
          accepted.add(subject);
        }
      }
    }
    return accepted;
  }

  private static String say(BufferedReader in, OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return answer(in);
  }

  private static String answer(BufferedReader in) throws IOException {
    String line = Objects.requireNonNull(in.readLine());
    while (line.charAt(3) == '-') {
      line = Objects.requireNonNull(in.readLine());
    }
    return line;
  }

  private static void kill(Process process) throws InterruptedException {
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    workers.forEach(ProcessHandle::destroyForcibly);
  }

  private static String absolute(String classPath) {
    return String.join(
        File.pathSeparator,
        Stream.of(classPath.split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }
}
