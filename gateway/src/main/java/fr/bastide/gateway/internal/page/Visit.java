package fr.bastide.gateway.internal.page;

import com.sun.net.httpserver.HttpExchange;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One request and its answer, which always carries the headers that keep a page safe.
final class Visit {

  static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self';"
          + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private static final String SESSION = "sas";
  private static final String BEFORE = "sas-form";
  private static final String LANGUAGE = "sas-lang";
  private static final int LONGEST_PATH = 2_048;
  private static final long MOST_DRAINED = 80L << 20;

  private final HttpExchange exchange;
  private final boolean secure;
  private final Map<String, String> query;

  Visit(HttpExchange exchange, boolean secure) {
    this.exchange = exchange;
    this.secure = secure;
    query =
        FormFields.parse(Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""));
  }

  String method() {
    return exchange.getRequestMethod();
  }

  /// The path in parts, decoded; none for the root and for what is no plain path.
  List<String> path() {
    String path = Objects.requireNonNullElse(exchange.getRequestURI().getPath(), "/");
    if (path.length() > LONGEST_PATH || path.indexOf('\0') >= 0) {
      return List.of("?");
    }
    return Arrays.stream(path.split("/", -1)).filter(part -> !part.isEmpty()).toList();
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  InputStream body() {
    return exchange.getRequestBody();
  }

  String address() {
    return exchange.getRemoteAddress().getAddress().getHostAddress();
  }

  Language language() {
    return cookie(LANGUAGE)
        .or(() -> header("Accept-Language"))
        .map(Language::of)
        .orElse(Language.FR);
  }

  /// Whether the request comes from a page of this site, as far as the browser says.
  boolean fromHere() {
    Optional<String> site = header("Sec-Fetch-Site");
    if (site.isPresent() && !site.get().equals("same-origin") && !site.get().equals("none")) {
      return false;
    }
    Optional<String> origin = header("Origin");
    return origin.isEmpty()
        || origin.get().equals((secure ? "https://" : "http://") + header("Host").orElse("?"));
  }

  Optional<String> session() {
    return cookie(named(SESSION));
  }

  Optional<String> before() {
    return cookie(named(BEFORE));
  }

  private String named(String cookie) {
    return secure ? "__Host-" + cookie : cookie;
  }

  private Optional<String> cookie(String name) {
    for (String pair : header("Cookie").orElse("").split(";", -1)) {
      String trimmed = pair.strip();
      if (trimmed.startsWith(name + "=")) {
        return Optional.of(trimmed.substring(name.length() + 1));
      }
    }
    return Optional.empty();
  }

  void giveSession(String token) {
    give(named(SESSION), token, "");
  }

  void endSession() {
    give(named(SESSION), "", "; Max-Age=0");
  }

  void giveBefore(String token) {
    give(named(BEFORE), token, "");
  }

  void giveLanguage(Language language) {
    give(LANGUAGE, language.tag(), "; Max-Age=31536000");
  }

  private void give(String name, String value, String more) {
    exchange
        .getResponseHeaders()
        .add(
            "Set-Cookie",
            name
                + "="
                + value
                + "; Path=/; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "")
                + more);
  }

  void set(String header, String value) {
    exchange.getResponseHeaders().set(header, value);
  }

  /// Answers with a page.
  void page(int status, String html) throws IOException {
    bytes(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(int status, String type, byte[] bytes) throws IOException {
    drain();
    safe();
    set("Content-Type", type);
    boolean head = method().equals("HEAD");
    exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
    if (!head) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
    exchange.close();
  }

  /// Answers with a stream of known length.
  void stream(String type, long length, InputStream in) throws IOException {
    safe();
    set("Content-Type", type);
    set("Content-Security-Policy", "sandbox; default-src 'none'");
    if (method().equals("HEAD") || length == 0) {
      exchange.sendResponseHeaders(200, -1);
    } else {
      exchange.sendResponseHeaders(200, length);
      try (OutputStream out = exchange.getResponseBody()) {
        in.transferTo(out);
      }
    }
    exchange.close();
  }

  void redirect(String to) throws IOException {
    drain();
    safe();
    set("Location", to);
    exchange.sendResponseHeaders(303, -1);
    exchange.close();
  }

  void empty(int status) throws IOException {
    drain();
    safe();
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  /// Reads what is left of the request, so that the browser comes to read the answer.
  private void drain() throws IOException {
    byte[] chunk = new byte[1 << 14];
    long drained = 0;
    InputStream in = exchange.getRequestBody();
    for (int n = in.read(chunk); n >= 0 && drained < MOST_DRAINED; n = in.read(chunk)) {
      drained += n;
    }
  }

  private void safe() {
    set("Content-Security-Policy", POLICY);
    set("X-Content-Type-Options", "nosniff");
    set("X-Frame-Options", "DENY");
    // Not less: without a referrer browsers send the origin of a form as "null".
    set("Referrer-Policy", "same-origin");
    set("Cross-Origin-Opener-Policy", "same-origin");
    set("Cross-Origin-Resource-Policy", "same-origin");
    set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (exchange.getResponseHeaders().getFirst("Cache-Control") == null) {
      set("Cache-Control", "no-store");
    }
    if (secure) {
      set("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
