package fr.bastide.e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Sends forms to a server as a browser does, many times a second.
final class Client implements AutoCloseable {

  private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Server server;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  Client(Server server) {
    this.server = server;
  }

  /// Gets a page of the server, or wherever it leads.
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  /// Opens the page of a form, and sends the form to its address.
  HttpResponse<String> submit(String page, String action, Map<String, String> fields)
      throws IOException, InterruptedException {
    HttpResponse<String> form = get(page);
    return post(request(action), proof(form.body()), fields);
  }

  /// Sends a form with this proof as the script of the questionnaire does.
  HttpResponse<String> autosave(String action, String proof, Map<String, String> fields)
      throws IOException, InterruptedException {
    return post(request(action).header("HX-Request", "true"), proof, fields);
  }

  /// Signs in with a password.
  void signIn(String email, String password) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        submit("/sign-in", "/sign-in", Map.of("email", email, "password", password));
    if (answer.statusCode() != 200 || answer.uri().getPath().equals("/sign-in")) {
      throw new AssertionError("could not sign in: " + answer.statusCode() + answer.body());
    }
  }

  /// The proof in a page’s form.
  static String proof(String html) {
    Matcher matcher = PROOF.matcher(html);
    if (!matcher.find()) {
      throw new AssertionError("there is no form in this page:\n" + html);
    }
    return matcher.group(1);
  }

  private HttpResponse<String> post(
      HttpRequest.Builder request, String proof, Map<String, String> fields)
      throws IOException, InterruptedException {
    String form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&", "_csrf=" + encode(proof) + "&", ""));
    return http.send(
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.at(path)))
        .timeout(PATIENCE)
        .header("Accept", "text/html")
        .header("Accept-Language", "fr-FR,fr;q=0.9");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
