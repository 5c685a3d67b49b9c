package fr.bastide.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.web.TestServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// A program that calls the API as the document says, and holds each answer against it.
final class ApiProgram {

  private static final TestServer SERVER = TestServer.shared();

  private final Contract contract;
  private final Map<String, String> variables = new HashMap<>();

  ApiProgram(Contract contract) {
    this.contract = contract;
  }

  /// What stands for a variable of paths from now on.
  void know(String name, String value) {
    variables.put(name, value);
  }

  /// Calls an operation that takes nothing, or its example, and expects it to go well.
  JsonNode ok(String token, String operation) throws IOException, InterruptedException {
    return ok(token, operation, "", _ -> {});
  }

  /// The same with a query, and with changes to the example.
  JsonNode ok(String token, String operation, String query, Consumer<ObjectNode> change)
      throws IOException, InterruptedException {
    Contract.Operation asked = operation(operation);
    String body = body(asked, change);
    HttpResponse<byte[]> answer = send(asked, token, query, asked.takes(), body);
    assertThat(answer.statusCode())
        .as(operation + ": " + new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(asked.success());
    boolean json = answer.headers().firstValue("Content-Type").orElse("").endsWith("json");
    return json ? JsonMapper.shared().readTree(answer.body()) : MissingNode.getInstance();
  }

  /// Calls an operation and expects a problem with this status.
  JsonNode refused(
      int status, String token, String operation, String query, String type, String body)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = send(operation(operation), token, query, type, body);
    assertThat(answer.statusCode())
        .as(operation + ": " + new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    return JsonMapper.shared().readTree(answer.body());
  }

  private Contract.Operation operation(String id) {
    return java.util.Optional.ofNullable(contract.operations().get(id))
        .orElseThrow(() -> new AssertionError("no operation " + id));
  }

  private static String body(Contract.Operation asked, Consumer<ObjectNode> change) {
    if (asked.takes().equals(Apis.JSON)) {
      ObjectNode body = (ObjectNode) asked.today();
      change.accept(body);
      return body.toString();
    }
    return asked.takes().isEmpty() ? "" : asked.example().asString("ce que dit la pièce");
  }

  private HttpResponse<byte[]> send(
      Contract.Operation asked, String token, String query, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(SERVER.at(filled(asked.path()) + query))
            .header("Accept-Language", "fr");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    String verb = asked.verb().toUpperCase(java.util.Locale.ROOT);
    request.method(verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    HttpResponse<byte[]> answer =
        TestServer.client().send(request.build(), BodyHandlers.ofByteArray());
    contract.check(asked, answer);
    return answer;
  }

  private String filled(String path) {
    String filled = path;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      filled =
          filled.replace(
              "{" + variable.getKey() + "}",
              URLEncoder.encode(variable.getValue(), StandardCharsets.UTF_8));
    }
    assertThat(filled).doesNotContain("{");
    return filled;
  }
}
