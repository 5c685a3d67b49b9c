package fr.bastide.gateway.internal.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import fr.bastide.gateway.DoorPlan;
import fr.bastide.gateway.GatewayException;
import fr.bastide.kernel.Text;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// The small server of the page: TLS, or this machine alone; a bound of requests for each address.
public final class PageServer implements Closeable {

  static {
    // Read by the JDK's server when its first class is loaded: seconds, and connections.
    System.setProperty("sun.net.httpserver.maxReqTime", "600");
    System.setProperty("sun.net.httpserver.maxRspTime", "600");
    System.setProperty("sun.net.httpserver.idleInterval", "30");
    System.setProperty("sun.net.httpserver.maxReqHeaders", "64");
    System.setProperty("jdk.httpserver.maxConnections", "400");
  }

  /// Answers requests.
  interface Pages {
    void answer(Visit visit) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads;

  private PageServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /// Opens the door.
  ///
  /// @param report told what went wrong within
  static PageServer open(
      InetSocketAddress address,
      Optional<DoorPlan.Tls> tls,
      Pages pages,
      Consumer<Text> report,
      InstantSource clock)
      throws IOException {
    if (tls.isEmpty() && (address.isUnresolved() || !address.getAddress().isLoopbackAddress())) {
      throw new GatewayException(
          new Text(
              "Sans certificat, la page n’écoute que sur cette machine\u00a0: donnez --tls-cert et --tls-key, ou 127.0.0.1.",
              "Without a certificate the page listens on this machine alone: give --tls-cert and --tls-key, or 127.0.0.1."));
    }
    HttpServer server = bind(address, tls);
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("airlock-page-", 0).factory());
    server.setExecutor(threads);
    Throttle throttle = new Throttle(clock);
    server.createContext(
        "/", exchange -> answer(exchange, tls.isPresent(), throttle, pages, report));
    server.start();
    return new PageServer(server, threads);
  }

  private static HttpServer bind(InetSocketAddress address, Optional<DoorPlan.Tls> tls)
      throws IOException {
    try {
      if (tls.isEmpty()) {
        return HttpServer.create(address, 0);
      }
      HttpsServer server = HttpsServer.create(address, 0);
      server.setHttpsConfigurator(new Modern(Pem.context(tls.get())));
      return server;
    } catch (BindException taken) {
      throw new GatewayException(
          new Text(
              "La page ne peut pas écouter sur %s\u00a0: un autre programme s’y trouve."
                  .formatted(address),
              "The page cannot listen at %s: another program is there.".formatted(address)),
          taken);
    }
  }

  private static void answer(
      HttpExchange exchange, boolean secure, Throttle throttle, Pages pages, Consumer<Text> report)
      throws IOException {
    Visit visit = new Visit(exchange, secure);
    if (!throttle.allows(visit.address())) {
      visit.set("Retry-After", "10");
      visit.empty(429);
      return;
    }
    try {
      pages.answer(visit);
    } catch (RuntimeException within) {
      report.accept(
          new Text(
              "Une demande à la page a échoué\u00a0: " + within,
              "A request to the page failed: " + within));
      visit.empty(500);
    } finally {
      exchange.close();
    }
  }

  /// The port it listens at.
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static final class Modern extends HttpsConfigurator {
    Modern(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters parameters) {
      SSLParameters modern = getSSLContext().getDefaultSSLParameters();
      modern.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      parameters.setSSLParameters(modern);
    }
  }
}
