package fr.bastide.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page under TLS, with a certificate as files in PEM.
class TlsTest {

  private static final String STORE_PASSWORD = "changeit";

  private final Path root;
  private final Yard yard;

  TlsTest(@TempDir Path root) throws IOException {
    this.root = root;
    yard = new Yard(root).lay();
  }

  private KeyStore certificate() throws Exception {
    Path file = root.resolve("page.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "page",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                STORE_PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, STORE_PASSWORD.toCharArray());
    }
    Files.writeString(
        root.resolve("page.pem"), pem("CERTIFICATE", store.getCertificate("page").getEncoded()));
    Files.writeString(
        root.resolve("page.key"),
        pem("PRIVATE KEY", store.getKey("page", STORE_PASSWORD.toCharArray()).getEncoded()));
    return store;
  }

  private static String pem(String what, byte[] bytes) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
        + "\n-----END "
        + what
        + "-----\n";
  }

  private static HttpClient client(KeyStore certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("page", certificate.getCertificate("page"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private DoorPlan doors(InetSocketAddress address) {
    return new DoorPlan(
        Optional.empty(),
        Optional.of(address),
        Optional.of(new DoorPlan.Tls(root.resolve("page.pem"), root.resolve("page.key"))));
  }

  @Test
  void cookiesAreForTlsAlone() throws Exception {
    KeyStore certificate = certificate();
    InetSocketAddress address = Yard.freeTcp();
    try (Sides sides = new Sides().high(yard.high(doors(address)));
        HttpClient client = client(certificate)) {
      HttpResponse<String> page =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("https://127.0.0.1:" + address.getPort() + "/login"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(sides.said).isEmpty();
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Set-Cookie"))
          .hasValueSatisfying(cookie ->
              assertThat(cookie)
                  .startsWith("__Host-sas-form=")
                  .contains("; Secure")
                  .contains("; HttpOnly")
                  .contains("; SameSite=Strict"));
      assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
    }
  }

  @Test
  void withoutACertificateTheWorldIsNotListenedTo() {
    DoorPlan open =
        new DoorPlan(
            Optional.empty(), Optional.of(new InetSocketAddress("0.0.0.0", 0)), Optional.empty());
    assertThatThrownBy(() -> new Sides().high(yard.high(open)))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("--tls-cert");
    assertThatThrownBy(() -> new Sides().high(yard.high(doors(new InetSocketAddress(0)))))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("PEM");
  }
}
