package fr.bastide.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.web.Address;
import fr.bastide.web.Serve;
import fr.bastide.web.ServeOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// Serves over HTTPS with a certificate and a key from PEM files.
class HttpsTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @Test
  void cookiesAreBoundToTheHostAndBrowsersStayOnHttps(@TempDir Path folder) throws Exception {
    KeyStore store = selfSigned(folder);
    Path certificate = folder.resolve("certificate.pem");
    Path key = folder.resolve("key.pem");
    Files.writeString(
        certificate, pem("CERTIFICATE", store.getCertificate("bastide").getEncoded()));
    Files.writeString(key, pem("PRIVATE KEY", store.getKey("bastide", PASSWORD).getEncoded()));
    Address any = new Address("127.0.0.1", 0);
    ServeOptions options =
        new ServeOptions(
            folder.resolve("data"),
            any,
            Optional.of(any),
            Optional.empty(),
            Optional.of(new ServeOptions.Tls(certificate, key)),
            "76",
            false);
    try (ConfigurableApplicationContext context = Serve.start(options);
        HttpClient client =
            HttpClient.newBuilder().sslContext(trusting(store.getCertificate("bastide"))).build()) {
      int port = context.getBean(ServeOptions.class).listen().port();
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/sign-in")).build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Strict-Transport-Security").orElseThrow())
          .startsWith("max-age=63072000");
      assertThat(answer.headers().allValues("Set-Cookie"))
          .anyMatch(cookie ->
              cookie.startsWith("__Host-bastide-form=")
                  && cookie.contains("Secure")
                  && cookie.contains("HttpOnly")
                  && cookie.contains("SameSite=Strict"));
    }
  }

  private static KeyStore selfSigned(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "bastide",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(said).isZero();
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }

  private static SSLContext trusting(Certificate certificate)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("bastide", certificate);
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static String pem(String what, byte[] bytes) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes), what);
  }
}
