package fr.bastide.web.api;

import fr.bastide.loop.access.Act;
import fr.bastide.web.PublicAddress;
import fr.bastide.web.api.Routes.Route;
import fr.bastide.web.frame.Build;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Draws the OpenAPI 3.1 document of the routes: from the routes themselves, their types, what
/// their [Door] says, and as data an example of each request and the schemas of files.
@Component
class OpenApi {

  private final Routes routes;
  private final PublicAddress address;
  private final Map<String, Object> examples;
  private final Map<String, Object> files;

  OpenApi(Routes routes, PublicAddress address, JsonMapper json) {
    this.routes = routes;
    this.address = address;
    this.examples = data(json, "examples.json");
    this.files = data(json, "schemas.json");
  }

  /// The document.
  Map<String, Object> document() {
    Schemas schemas = new Schemas();
    schemas.add(Problems.SCHEMA, Problems.schema());
    files.forEach(schemas::add);
    Map<String, Map<String, Object>> paths = new TreeMap<>();
    for (Route route : routes.all()) {
      paths
          .computeIfAbsent(route.path(), _ -> new TreeMap<>())
          .put(route.verb().toLowerCase(Locale.ROOT), operation(route, schemas));
    }
    Map<String, Object> document = new TreeMap<>();
    document.put("openapi", "3.1.1");
    document.put(
        "info",
        Map.of(
            "title",
            "Bastide",
            "version",
            Build.present().version(),
            "description",
            "What the pages can do, for programs. Errors are problem details (RFC 9457);"
                + " money is in euros; points are 0 to 100.",
            "license",
            Map.of("name", "EUPL-1.2", "identifier", "EUPL-1.2")));
    document.put("servers", List.of(Map.of("url", address.toString())));
    document.put("paths", paths);
    document.put(
        "components",
        Map.of(
            "schemas",
            schemas.named(),
            "responses",
            Problems.named(),
            "securitySchemes",
            Map.of("token", Map.of("type", "http", "scheme", "bearer"))));
    return document;
  }

  /// The scope that a token needs for an act; empty when none is needed.
  static Optional<String> scope(Act act) {
    return act.rule().target() == Act.Target.PUBLIC
        ? Optional.empty()
        : Optional.of(act.rule().scope().label());
  }

  /// The scopes that a token needs for a door, all of them.
  static List<String> scopes(Door door) {
    return Stream.concat(Stream.of(door.act()), Stream.of(door.also()))
        .flatMap(act -> scope(act).stream())
        .distinct()
        .toList();
  }

  private Map<String, Object> operation(Route route, Schemas schemas) {
    Door door = route.door();
    Map<String, Object> operation = new TreeMap<>();
    operation.put("operationId", id(route));
    operation.put("summary", door.en());
    operation.put(
        "security", scopes(door).isEmpty() ? List.of() : List.of(Map.of("token", scopes(door))));
    scope(door.act()).ifPresent(scope -> operation.put("x-scope", scope));
    operation.put("x-act", Spelling.of(door.act()));
    operation.put("parameters", Parameters.of(route.method()));
    body(route, schemas).ifPresent(body -> operation.put("requestBody", body));
    Map<String, Object> responses = new TreeMap<>(Problems.of(route, conflict(door, schemas)));
    responses.put(Integer.toString(door.status()), answer(route, schemas));
    operation.put("responses", responses);
    return operation;
  }

  private static String id(Route route) {
    String owner = route.method().getDeclaringClass().getSimpleName().replace("Doors", "");
    return owner.toLowerCase(Locale.ROOT) + "-" + route.method().getName();
  }

  private static Map<String, Object> conflict(Door door, Schemas schemas) {
    return door.conflict() == Void.class ? Map.of() : schemas.of(door.conflict());
  }

  private Optional<Map<String, Object>> body(Route route, Schemas schemas) {
    return Stream.of(route.method().getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(Sent.class))
        .findFirst()
        .map(parameter ->
            Map.of(
                "required",
                true,
                "content",
                Map.of(route.consumes(), content(route, parameter.getType(), schemas))));
  }

  private Map<String, Object> content(Route route, Class<?> sent, Schemas schemas) {
    Map<String, Object> content = new TreeMap<>();
    if (sent != byte[].class) {
      content.put("schema", schemas.of(sent));
    } else if (route.consumes().startsWith("text/")) {
      content.put("schema", Map.of("type", "string"));
    }
    Optional.ofNullable(examples.get(id(route)))
        .ifPresent(example -> content.put("example", example));
    return content;
  }

  private static Map<String, Object> answer(Route route, Schemas schemas) {
    Type type = route.method().getGenericReturnType();
    String media = route.door().media();
    if (type instanceof ParameterizedType generic && generic.getRawType() == Reply.class) {
      Type inner = generic.getActualTypeArguments()[0];
      return inner == Void.class
          ? Map.of("description", "Done.")
          : Map.of(
              "description",
              "As asked.",
              "content",
              Map.of(media, Map.of("schema", schemas.of(inner))));
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == ResponseEntity.class) {
      return Map.of("description", "A file.", "content", Map.of(media, file(route.door())));
    }
    throw new IllegalStateException("a door gives a Reply or a file: " + route.method());
  }

  private static Map<String, Object> file(Door door) {
    if (!door.schema().isEmpty()) {
      return Map.of("schema", Map.of("$ref", "#/components/schemas/" + door.schema()));
    }
    boolean text = door.media().startsWith("text/") || door.media().endsWith("yaml");
    return text ? Map.of("schema", Map.of("type", "string")) : Map.of();
  }

  /// What the house tells about the API as data: an object by name.
  private static Map<String, Object> data(JsonMapper json, String name) {
    try (InputStream in = OpenApi.class.getResourceAsStream(name)) {
      return json.readValue(
          Objects.requireNonNull(in, name), new TypeReference<Map<String, Object>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
