package fr.bastide.web.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.bastide.kernel.Text;
import fr.bastide.web.Address;
import fr.bastide.web.ServeOptions;
import fr.bastide.web.WebException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Serves `/health` and `/metrics` beside the pages, on the loopback unless asked otherwise.
///
/// The JDK's own small server does: a second Tomcat with its context would cost half a second of
/// every start.
@Component
public final class ManagementServer implements SmartLifecycle {

  private static final Address USUAL = new Address("127.0.0.1", 9464);
  private static final int BACKLOG = 16;

  private final ServeOptions options;
  private final PrometheusMeterRegistry metrics;
  private final List<HealthCheck> checks;
  private volatile State state = new State.Stopped();

  private sealed interface State {
    record Stopped() implements State {}

    record Running(HttpServer server) implements State {}
  }

  ManagementServer(
      ServeOptions options, PrometheusMeterRegistry metrics, List<HealthCheck> checks) {
    this.options = options;
    this.metrics = metrics;
    this.checks = List.copyOf(checks);
  }

  @Override
  public void start() {
    HttpServer server = open();
    server.createContext("/health", this::health);
    server.createContext("/metrics", this::metrics);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    state = new State.Running(server);
  }

  @Override
  public void stop() {
    if (state instanceof State.Running(HttpServer server)) {
      server.stop(0);
      state = new State.Stopped();
    }
  }

  @Override
  public boolean isRunning() {
    return state instanceof State.Running;
  }

  /// The address it serves at.
  ///
  /// @throws IllegalStateException when it does not run
  public Address address() {
    if (state instanceof State.Running(HttpServer server)) {
      return new Address(options.management().orElse(USUAL).host(), server.getAddress().getPort());
    }
    throw new IllegalStateException("the management server is not running");
  }

  private HttpServer open() {
    Address wanted = options.management().orElse(USUAL);
    try {
      return open(wanted);
    } catch (BindException e) {
      if (options.management().isPresent()) {
        throw refused(wanted, e);
      }
      try {
        return open(new Address(wanted.host(), 0));
      } catch (IOException again) {
        throw refused(wanted, again);
      }
    } catch (IOException e) {
      throw refused(wanted, e);
    }
  }

  private static HttpServer open(Address address) throws IOException {
    return HttpServer.create(new InetSocketAddress(address.host(), address.port()), BACKLOG);
  }

  private static WebException refused(Address address, IOException cause) {
    return new WebException(
        new Text(
            "L’adresse de gestion "
                + address
                + " est déjà prise ou interdite. Choisissez-en une autre avec --management.",
            "The management address "
                + address
                + " is taken or not allowed. Choose another one with --management."),
        cause);
  }

  private void health(HttpExchange exchange) throws IOException {
    boolean all = true;
    StringBuilder body = new StringBuilder("{\"status\":\"");
    List<String> parts =
        checks.stream()
            .map(check -> "\"" + check.name() + "\":\"" + word(check.works()) + "\"")
            .collect(Collectors.toList());
    for (String part : parts) {
      all &= part.endsWith("\"UP\"");
    }
    body.append(word(all)).append("\",\"checks\":{").append(String.join(",", parts)).append("}}\n");
    answer(exchange, all ? 200 : 503, "application/json", body.toString());
  }

  private void metrics(HttpExchange exchange) throws IOException {
    answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape());
  }

  private static String word(boolean works) {
    return works ? "UP" : "DOWN";
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(status, bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }
}
