package fr.bastide.web.api;

import fr.bastide.loop.access.Act;
import fr.bastide.web.PublicAddress;
import fr.bastide.web.api.Routes.Route;
import fr.bastide.web.frame.Build;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;

/// Draws the OpenAPI 3.1 document of the routes: from the routes themselves, their types, and what
/// their [Door] says.
@Component
class OpenApi {

  private static final Map<String, Object> PROBLEM =
      Map.of(
          "description",
          "A problem, in the language that was asked for (RFC 9457).",
          "content",
          Map.of("application/problem+json", Map.of("schema", Map.of("type", "object"))));

  private final Routes routes;
  private final PublicAddress address;

  OpenApi(Routes routes, PublicAddress address) {
    this.routes = routes;
    this.address = address;
  }

  /// The document.
  Map<String, Object> document() {
    Schemas schemas = new Schemas();
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

  private static Map<String, Object> operation(Route route, Schemas schemas) {
    Door door = route.door();
    Map<String, Object> operation = new TreeMap<>();
    operation.put("operationId", id(route));
    operation.put("summary", door.en());
    operation.put(
        "security",
        scope(door.act()).map(scope -> List.of(Map.of("token", List.of(scope)))).orElse(List.of()));
    scope(door.act()).ifPresent(scope -> operation.put("x-scope", scope));
    operation.put("x-act", Spelling.of(door.act()));
    operation.put("parameters", parameters(route));
    body(route, schemas).ifPresent(body -> operation.put("requestBody", body));
    Map<String, Object> responses = new TreeMap<>();
    responses.put(Integer.toString(door.status()), answer(route, schemas));
    responses.put("default", PROBLEM);
    operation.put("responses", responses);
    return operation;
  }

  private static String id(Route route) {
    String owner = route.method().getDeclaringClass().getSimpleName().replace("Doors", "");
    return owner.toLowerCase(Locale.ROOT) + "-" + route.method().getName();
  }

  private static List<Object> parameters(Route route) {
    List<Object> parameters = new ArrayList<>();
    for (Parameter parameter : route.method().getParameters()) {
      if (parameter.isAnnotationPresent(PathVariable.class)) {
        parameters.add(
            Map.of(
                "name",
                parameter.getName(),
                "in",
                "path",
                "required",
                true,
                "schema",
                Map.of("type", "string")));
      }
      RequestParam query = parameter.getAnnotation(RequestParam.class);
      if (query != null) {
        parameters.add(query(parameter, query));
      }
    }
    return parameters;
  }

  private static Map<String, Object> query(Parameter parameter, RequestParam query) {
    boolean fallback = !query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    boolean optional = parameter.getType() == Optional.class || fallback;
    Map<String, Object> schema =
        new TreeMap<>(
            Map.of(
                "type",
                parameter.getType() == int.class
                    ? "integer"
                    : parameter.getType() == boolean.class ? "boolean" : "string"));
    return Map.of(
        "name", parameter.getName(), "in", "query", "required", !optional, "schema", schema);
  }

  private static Optional<Map<String, Object>> body(Route route, Schemas schemas) {
    return Stream.of(route.method().getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(Sent.class))
        .findFirst()
        .map(parameter ->
            Map.of(
                "required",
                true,
                "content",
                Map.of(
                    route.consumes(),
                    parameter.getType() == byte[].class
                        ? Map.of()
                        : Map.of("schema", schemas.of(parameter.getType())))));
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
      return Map.of("description", "A file.", "content", Map.of(media, Map.of()));
    }
    throw new IllegalStateException("a door gives a Reply or a file: " + route.method());
  }
}
