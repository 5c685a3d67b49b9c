package fr.bastide.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A browser without a screen: keeps cookies and the secret of the forms it was shown.
final class PageVisitor implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final Map<String, String> cookies = new TreeMap<>();
  private String form = "";

  PageVisitor(InetSocketAddress address) {
    base = "http://127.0.0.1:" + address.getPort();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", "en");
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(one -> one.getKey() + "=" + one.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    for (String cookie : response.headers().allValues("Set-Cookie")) {
      String pair = cookie.substring(0, cookie.indexOf(';'));
      int equals = pair.indexOf('=');
      if (cookie.contains("Max-Age=0")) {
        cookies.remove(pair.substring(0, equals));
      } else {
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    String mark = "name=\"form\" value=\"";
    int at = response.body().indexOf(mark);
    if (at >= 0) {
      form =
          response
              .body()
              .substring(at + mark.length(), response.body().indexOf('"', at + mark.length()));
    }
    return response;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpRequest.Builder plain(String path) {
    return request(path);
  }

  String form() {
    return form;
  }

  HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> all = new TreeMap<>(fields);
    all.putIfAbsent("form", form);
    String body =
        all.entrySet().stream()
            .map(one ->
                one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /// Signs in; the home page is shown.
  HttpResponse<String> signIn(String user, String password)
      throws IOException, InterruptedException {
    get("/login");
    HttpResponse<String> answer = post("/login", Map.of("user", user, "password", password));
    return answer.statusCode() == 303 ? get("/") : answer;
  }

  /// Sends one file as the script does.
  HttpResponse<String> put(String flow, String name, byte[] content)
      throws IOException, InterruptedException {
    return send(
        request("/flow/" + flow + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
            .header("X-Form", form)
            .PUT(BodyPublishers.ofByteArray(content)));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
