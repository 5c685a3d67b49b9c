package fr.bastide.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the document promises, held against what the server does.
final class Contract {

  /// One operation of the document.
  record Operation(String id, String verb, String path, JsonNode says) {

    /// The media type of what it takes; empty when it takes nothing.
    String takes() {
      JsonNode content = says.at("/requestBody/content");
      return content.isMissingNode() ? "" : content.propertyNames().iterator().next();
    }

    /// An example of what it takes.
    JsonNode example() {
      return says.at("/requestBody/content").get(takes()).path("example");
    }

    /// The example with dates that suit the day on which the test runs.
    JsonNode today() {
      JsonNode example = example().deepCopy();
      if (example instanceof ObjectNode sent) {
        LocalDate day = LocalDate.now(ZoneId.of("Europe/Paris"));
        if (sent.has("from")) {
          sent.put("from", day + "T00:00:00Z").put("until", day.plusDays(30) + "T00:00:00Z");
        }
        if (sent.has("due")) {
          sent.put("due", day.plusDays(60).toString());
        }
        if (sent.get("evidence") instanceof ObjectNode evidence) {
          evidence.put("date", day.toString()).remove("expires");
        }
      }
      return example;
    }

    /// The status when it went well.
    int success() {
      return says.get("responses").propertyNames().stream()
          .filter(status -> status.startsWith("2"))
          .map(Integer::valueOf)
          .findFirst()
          .orElseThrow();
    }
  }

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final JsonNode document;
  private final Map<String, Operation> operations = new TreeMap<>();
  private final Map<String, Schema> schemas = new HashMap<>();
  private final Map<String, Set<Integer>> seen = new TreeMap<>();
  private final Set<String> broken = new TreeSet<>();

  Contract(JsonNode document) {
    this.document = document;
    document
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(verb -> add(verb.getKey(), path.getKey(), verb.getValue())));
  }

  private void add(String verb, String path, JsonNode says) {
    String id = says.get("operationId").asString();
    operations.put(id, new Operation(id, verb, path, says));
  }

  /// All operations, by name.
  Map<String, Operation> operations() {
    return operations;
  }

  /// Which statuses each operation was seen to answer.
  Set<Integer> seen(String operation) {
    return seen.getOrDefault(operation, Set.of());
  }

  /// What answers broke of the promises of their schemas.
  Set<String> broken() {
    return broken;
  }

  /// Holds an answer against the document, and remembers it.
  void check(Operation operation, HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    String what = operation.id() + " " + status;
    seen.computeIfAbsent(operation.id(), _ -> new TreeSet<>()).add(status);
    JsonNode promised = promised(operation, status);
    if (!promised.has("content")) {
      assertThat(answer.body()).as(what + " has no content").isEmpty();
      return;
    }
    String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    assertThat(promised.get("content").propertyNames()).as(what).containsExactly(type);
    assertThat(answer.body()).as(what).isNotEmpty();
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    JsonNode schema = promised.get("content").get(type).path("schema");
    if (type.endsWith("json")) {
      faults(schema, text).stream().limit(3).forEach(fault -> broken.add(what + ": " + fault));
    } else if (type.equals("application/pdf")) {
      assertThat(text).as(what).startsWith("%PDF");
    }
    if (status >= 400) {
      problem(operation, answer, text);
    }
    for (JsonNode header : List.of(promised.path("headers"))) {
      header
          .propertyNames()
          .forEach(name -> assertThat(answer.headers().firstValue(name)).as(what).isPresent());
    }
  }

  private JsonNode promised(Operation operation, int status) {
    JsonNode responses = operation.says().get("responses");
    JsonNode named = responses.path(Integer.toString(status));
    assertThat(named.isMissingNode() && status < 400)
        .as("%s answers %d, which the document does not know", operation.id(), status)
        .isFalse();
    JsonNode promised = named.isMissingNode() ? responses.get("default") : named;
    return promised.has("$ref")
        ? document.at(promised.get("$ref").asString().substring(1))
        : promised;
  }

  private static void problem(Operation operation, HttpResponse<byte[]> answer, String text) {
    JsonNode problem = JsonMapper.shared().readTree(text);
    assertThat(problem.get("status").asInt()).as(operation.id()).isEqualTo(answer.statusCode());
    assertThat(problem.get("instance").asString())
        .as(operation.id())
        .isEqualTo(answer.uri().getRawPath());
    assertThat(problem.has("reference"))
        .as("a reference for failures of the house alone: " + text)
        .isEqualTo(answer.statusCode() >= 500);
  }

  /// What is wrong with a text under a schema of the document.
  List<Error> faults(JsonNode schema, String json) {
    assertThat(schema.isMissingNode()).as("there is no schema for " + json).isFalse();
    return schemas
        .computeIfAbsent(schema.toString(), _ -> REGISTRY.getSchema(whole(schema)))
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  /// The schema with all that it may refer to.
  private JsonNode whole(JsonNode schema) {
    ObjectNode whole = JsonMapper.shared().createObjectNode();
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    whole.set("components", document.get("components"));
    whole.putArray("allOf").add(schema);
    return whole;
  }
}
