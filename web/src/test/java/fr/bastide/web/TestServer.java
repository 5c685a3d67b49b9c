package fr.bastide.web;

import fr.bastide.kernel.Language;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;

/// The real server over a real database, on a free loopback port, started once for all tests of the
/// module; it stops with the process.
public final class TestServer {

  /// The password of everybody that [#person] makes.
  public static final String PASSWORD = "une phrase assez longue";

  private static final TestServer SHARED = start();

  private final ConfigurableApplicationContext context;
  private final URI address;
  private final int providerPort;
  private final Account administrator;
  private final AtomicInteger people = new AtomicInteger();

  private TestServer(ConfigurableApplicationContext context, int providerPort) {
    this.context = context;
    this.address = URI.create("http://" + context.getBean(ServeOptions.class).listen() + "/");
    this.providerPort = providerPort;
    AccountDesk desk = context.getBean(AccountDesk.class);
    this.administrator =
        desk.accept(
            Caller.VISITOR,
            desk.administratorLink().orElseThrow().value(),
            "administratrice@exemple.fr",
            "Ada Ministre",
            PASSWORD,
            Language.FR);
  }

  /// The one server of this run.
  public static TestServer shared() {
    return SHARED;
  }

  /// Another server, with these options; whoever starts it closes its context.
  static TestServer start(ServeOptions options) {
    return new TestServer(Serve.start(options), 0);
  }

  /// The beans, to look behind the pages.
  public ConfigurableApplicationContext context() {
    return context;
  }

  /// The first administrator.
  public Account administrator() {
    return administrator;
  }

  /// The port at which the settings say that an identity provider answers.
  public int providerPort() {
    return providerPort;
  }

  /// A new person with this hat, who reads French and signs in with [#PASSWORD].
  public Account person(Membership hat) {
    AccountDesk desk = context.getBean(AccountDesk.class);
    String email = "personne" + people.incrementAndGet() + "@exemple.fr";
    String secret =
        desk.invite(administrator.caller(), hat, "le centre", email, Language.FR).value();
    return desk.accept(Caller.VISITOR, secret, email, "Personne " + people, PASSWORD, Language.FR);
  }

  /// A new person of the centre.
  public Account person() {
    return person(new Membership.OfCentre(CentreRole.PROGRAMME_OFFICER));
  }

  /// The URL of a path.
  public URI at(String path) {
    return URI.create(address + path.substring(1));
  }

  /// The address at which people reach the pages, without a final slash.
  public String origin() {
    return context.getBean(PublicAddress.class).toString();
  }

  /// A client without cookies that follows nothing.
  public static HttpClient client() {
    return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  }

  /// Gets a page as a French browser does, with more headers as name, value, name, value.
  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path)).header("Accept-Language", "fr-FR,fr;q=0.9");
    if (headers.length > 0) {
      for (int i = 0; i < headers.length; i += 2) {
        request.setHeader(headers[i], headers[i + 1]);
      }
    }
    return client().send(request.build(), BodyHandlers.ofString());
  }

  private static TestServer start() {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      Path data = Files.createTempDirectory(target, "data");
      int providerPort = freePort();
      Files.writeString(
          data.resolve("bastide.properties"),
          """
          bastide.centre.name=Centre d’essai
          bastide.centre.phone=01 23 45 67 89
          bastide.oidc.issuer=http://localhost:%d
          bastide.oidc.client-id=bastide
          bastide.oidc.client-secret=secret-of-the-tests
          bastide.oidc.name=ProConnect
          bastide.security.contact=mailto:securite@exemple.fr
          """
              .formatted(providerPort));
      return new TestServer(Serve.start(ServeOptions.in(data)), providerPort);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
