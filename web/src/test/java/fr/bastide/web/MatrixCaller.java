package fr.bastide.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// Somebody at a door: with a session for pages, with a token for the API, or with neither.
final class MatrixCaller {

  private static final String BOUNDARY = "bastide-boundary";

  private final TestServer server;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();
  private final String token;
  private final String proof;

  /// Somebody with a token, empty for none, who signs in as this address, empty for nobody.
  MatrixCaller(TestServer server, String email, String token)
      throws IOException, InterruptedException {
    this.server = server;
    this.token = token;
    if (!email.isEmpty()) {
      String first = TestBrowser.proof(page("/sign-in"));
      form("/sign-in", Map.of("_csrf", first, "email", email, "password", TestServer.PASSWORD));
    }
    this.proof = TestBrowser.proof(page(email.isEmpty() ? "/sign-in" : "/account"));
  }

  /// Calls the API.
  HttpResponse<byte[]> api(String verb, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    request.method(verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  /// Opens a page.
  HttpResponse<byte[]> open(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofByteArray());
  }

  /// Sends the form of a page, with the proof that it is ours.
  HttpResponse<byte[]> fill(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path).header("Content-Type", "application/x-www-form-urlencoded");
    request.POST(BodyPublishers.ofString("_csrf=" + encode(proof) + "&" + encoded(fields)));
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  /// Sends a form with a file.
  HttpResponse<byte[]> upload(String path, String content)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    request.POST(BodyPublishers.ofString(multipart(content)));
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  /// Sends JSON as the scripts of a page do.
  HttpResponse<byte[]> script(String path, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", proof);
    request.POST(BodyPublishers.ofString(body));
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.at(path)).header("Accept-Language", "fr");
  }

  private void form(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path).header("Content-Type", "application/x-www-form-urlencoded");
    request.POST(BodyPublishers.ofString(encoded(fields)));
    client.send(request.build(), BodyHandlers.discarding());
  }

  private String page(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofString()).body();
  }

  private String multipart(String content) {
    return "--"
        + BOUNDARY
        + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
        + proof
        + "\r\n--"
        + BOUNDARY
        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
        + "Content-Type: text/csv\r\n\r\n"
        + content
        + "\r\n--"
        + BOUNDARY
        + "--\r\n";
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
