package fr.bastide.post.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.mail.Mailbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTlsTest {

  private static final String PASSWORD = "changeit";

  @TempDir private Path folder = Path.of("");

  /// A certificate of our own in PEM, and the store in which it is trusted.
  private KeyStore certificate() throws Exception {
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "EC",
                "-dname",
                "CN=sas.mairie.example",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    pem("chain.pem", "CERTIFICATE", keys.getCertificate("mail").getEncoded());
    PrivateKey key = (PrivateKey) keys.getKey("mail", PASSWORD.toCharArray());
    pem("key.pem", "PRIVATE KEY", key.getEncoded());
    return keys;
  }

  private void pem(String name, String kind, byte[] bytes) throws IOException {
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(kind, Base64.getMimeEncoder().encodeToString(bytes), kind));
  }

  @Test
  void mailComesUnderTls() throws Exception {
    KeyStore keys = certificate();
    LowMail.Tls tls = new LowMail.Tls(folder.resolve("chain.pem"), folder.resolve("key.pem"));
    LowMail settings = Yard.lowMail(new LowMail.ReceiptShown.Apart(), Optional.of(tls));
    MailReception.Spool none =
        new MailReception.Spool() {
          @Override
          public void begin(String name, byte[] file) {}

          @Override
          public void forget(String name) {}
        };
    try (MailReception reception =
        new MailReception(settings, folder.resolve("in"), mail -> mail, none, Clock.systemUTC())) {
      reception.start();
      try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), reception.port())) {
        plain.setSoTimeout(10_000);
        BufferedReader in = reader(plain);
        answer(in);
        assertThat(say(plain, in, "EHLO relais.example")).startsWith("250");
        // What was said before TLS and not yet heard must not count after it (RFC 3207, section 6).
        assertThat(say(plain, in, "STARTTLS\r\nMAIL FROM:<smuggled@x.example>")).startsWith("220");
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        try (SSLSocket secret =
            (SSLSocket)
                context.getSocketFactory().createSocket(plain, "sas.mairie.example", 25, true)) {
          BufferedReader hidden = reader(secret);
          assertThat(say(secret, hidden, "EHLO relais.example")).startsWith("250");
          assertThat(say(secret, hidden, "MAIL FROM:<a@b.example>")).startsWith("250");
          assertThat(say(secret, hidden, "RCPT TO:<x@mairie-saint-elix.example>"))
              .startsWith("250");
          assertThat(say(secret, hidden, "DATA")).startsWith("354");
          assertThat(say(secret, hidden, "Subject: x\r\n\r\ny\r\n.")).startsWith("250");
        }
      }
    }
    try (var files = Files.list(folder.resolve("in/mail"))) {
      List<ArrivedMail> mails = files.map(StartTlsTest::read).toList();
      assertThat(mails).hasSize(1);
      assertThat(mails.getFirst().tls()).isTrue();
      assertThat(mails.getFirst().sender().map(Mailbox::address)).contains("a@b.example");
    }
  }

  private static ArrivedMail read(Path file) {
    try {
      return ArrivedMail.read(Files.readAllBytes(file)).orElseThrow();
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }

  private static String say(Socket socket, BufferedReader in, String line) throws IOException {
    OutputStream out = socket.getOutputStream();
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
}
