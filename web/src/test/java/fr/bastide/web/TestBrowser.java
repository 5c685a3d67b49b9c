package fr.bastide.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A browser without JavaScript: keeps cookies, fills forms in, and follows no redirect by itself.
public final class TestBrowser {

  private static final Pattern PROOF =
      Pattern.compile("name=\"_csrf\"(?: type=\"hidden\")? value=\"([^\"]+)\"");

  private final TestServer server;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private String agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0";

  /// A fresh browser.
  public TestBrowser(TestServer server) {
    this.server = server;
  }

  /// The same, calling itself otherwise.
  public TestBrowser as(String name) {
    this.agent = name;
    return this;
  }

  /// Gets a path of the server.
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(server.at(path));
  }

  /// Gets any URL.
  public HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return client.send(request(uri).build(), BodyHandlers.ofString());
  }

  /// Opens the page of a form, and sends the form filled in with name, value, name, value.
  public HttpResponse<String> submit(String page, String action, String... fields)
      throws IOException, InterruptedException {
    return post(action, proof(get(page).body()), fields);
  }

  /// Sends a form with this proof.
  public HttpResponse<String> post(String action, String proof, String... fields)
      throws IOException, InterruptedException {
    return post(server.at(action), "_csrf", proof, fields);
  }

  /// Sends a form to any URL.
  public HttpResponse<String> post(URI uri, String proofName, String proof, String... fields)
      throws IOException, InterruptedException {
    StringJoiner form = new StringJoiner("&").add(proofName + "=" + encode(proof));
    for (int i = 0; i < fields.length; i += 2) {
      form.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
    }
    return client.send(
        request(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.toString()))
            .build(),
        BodyHandlers.ofString());
  }

  /// Sends JSON as our scripts do.
  public HttpResponse<String> json(String path, String proof, String body)
      throws IOException, InterruptedException {
    return client.send(
        request(server.at(path))
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", proof)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /// Signs in with the password that everybody has here.
  public HttpResponse<String> signIn(String email) throws IOException, InterruptedException {
    return submit("/sign-in", "/sign-in", "email", email, "password", TestServer.PASSWORD);
  }

  /// The proof in a page’s form.
  public static String proof(String html) {
    Matcher matcher = PROOF.matcher(html);
    if (!matcher.find()) {
      throw new AssertionError("there is no form in this page:\n" + html);
    }
    return matcher.group(1);
  }

  /// The value of a cookie, if there is one.
  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /// Where an answer sends one; empty when nowhere.
  public static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).header("Accept-Language", "fr").header("User-Agent", agent);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
