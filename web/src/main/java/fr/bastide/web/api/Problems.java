package fr.bastide.web.api;

import fr.bastide.loop.access.Act;
import fr.bastide.web.api.Routes.Route;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// Describes the problems (RFC 9457) that a route can answer with.
final class Problems {

  /// The name of the schema of a problem.
  static final String SCHEMA = "Problem";

  private static final Map<Integer, String> SAYS =
      Map.ofEntries(
          Map.entry(400, "A parameter of the query is missing or not of its type."),
          Map.entry(401, "No token, or one that is unknown or has expired."),
          Map.entry(403, "The person, or the scope of the token, does not allow this."),
          Map.entry(404, "There is no such thing, or none that the caller may know of."),
          Map.entry(409, "Somebody was faster, or the state of things does not allow this."),
          Map.entry(413, "More was sent than is taken."),
          Map.entry(415, "What was sent is not of the media type asked for."),
          Map.entry(422, "A field cannot be accepted; `field` says which, `detail` why."),
          Map.entry(429, "Too often; `Retry-After` says when to come back."),
          Map.entry(500, "Something failed here; `reference` finds it in the log."),
          Map.entry(503, "The house cannot answer now; come back in a moment."));

  private Problems() {}

  /// The schema of a problem: the members of RFC 9457, and two of ours.
  static Map<String, Object> schema() {
    Map<String, Object> members = new TreeMap<>(members());
    members.put(
        "field",
        Map.of(
            "type",
            "string",
            "minLength",
            1,
            "description",
            "Where in what was sent the problem lies, such as `inner[0].count`."));
    members.put(
        "reference",
        Map.of(
            "type",
            "string",
            "pattern",
            "^[0-9A-F]{8}$",
            "description",
            "Finds a failure of the house (status 500 and above) in its log."));
    return closed(members, List.of("detail", "instance", "status", "title", "type"));
  }

  /// The members of RFC 9457.
  static Map<String, Object> members() {
    return Map.of(
        "type",
        Map.of(
            "type",
            "string",
            "format",
            "uri-reference",
            "description",
            "What kind of problem; `about:blank` when the status says it all."),
        "title",
        text("What happened, in the language asked for."),
        "status",
        Map.of(
            "type", "integer", "minimum", 400, "maximum", 599, "description", "The HTTP status."),
        "detail",
        text("What happened here, and what to do, in the language asked for."),
        "instance",
        Map.of(
            "type",
            "string",
            "format",
            "uri-reference",
            "description",
            "The path that was asked for."));
  }

  /// The answers of a route that did not go well, by status.
  ///
  /// @param conflict what a conflict of this route may tell besides, as a schema; empty for a plain
  ///   problem
  static Map<String, Object> of(Route route, Map<String, Object> conflict) {
    Map<String, Object> answers = new TreeMap<>();
    List<Object> parameters = Parameters.of(route.method());
    boolean takes = !route.consumes().isEmpty();
    boolean counted = route.verb().equals("POST") && route.door().act() == Act.TAKE_FLASH;
    put(answers, 401, true);
    put(answers, 403, route.door().act().rule().target() != Act.Target.PUBLIC);
    put(answers, 404, route.path().contains("{"));
    put(answers, 400, parameters.toString().contains("in=query"));
    put(answers, 409, route.door().act().rule().kept());
    put(answers, 413, takes);
    put(answers, 415, takes);
    put(answers, 422, takes || !parameters.isEmpty());
    put(answers, 429, counted);
    put(answers, 500, true);
    put(answers, 503, true);
    if (!conflict.isEmpty()) {
      answers.put("409", answer(409, Map.of("oneOf", List.of(conflict, reference()))));
    }
    answers.put("default", Map.of("$ref", "#/components/responses/" + SCHEMA));
    return answers;
  }

  /// The answers that routes refer to, by name.
  static Map<String, Object> named() {
    Map<String, Object> named = new TreeMap<>();
    SAYS.keySet().forEach(status -> named.put(name(status), answer(status, reference())));
    named.put(SCHEMA, Map.of("description", "Another problem.", "content", content(reference())));
    return named;
  }

  /// An object of these members and no others.
  static Map<String, Object> closed(Map<String, Object> members, List<String> required) {
    return Map.of(
        "type",
        "object",
        "properties",
        members,
        "required",
        required,
        "additionalProperties",
        false);
  }

  private static void put(Map<String, Object> answers, int status, boolean possible) {
    if (possible) {
      answers.put(
          Integer.toString(status), Map.of("$ref", "#/components/responses/" + name(status)));
    }
  }

  private static Map<String, Object> answer(int status, Map<String, Object> schema) {
    Map<String, Object> answer = new TreeMap<>();
    answer.put("description", SAYS.get(status));
    answer.put("content", content(schema));
    if (status == 401) {
      answer.put("headers", header("WWW-Authenticate", "How to prove who asks (RFC 6750)."));
    }
    if (status == 429 || status == 503) {
      answer.put("headers", header("Retry-After", "Seconds to wait."));
    }
    return answer;
  }

  private static Map<String, Object> header(String name, String says) {
    return Map.of(name, Map.of("description", says, "schema", Map.of("type", "string")));
  }

  private static Map<String, Object> content(Map<String, Object> schema) {
    return Map.of(MediaType.APPLICATION_PROBLEM_JSON_VALUE, Map.of("schema", schema));
  }

  private static Map<String, Object> reference() {
    return Map.of("$ref", "#/components/schemas/" + SCHEMA);
  }

  private static String name(int status) {
    StringBuilder name = new StringBuilder();
    for (String word : HttpStatus.valueOf(status).name().split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return name.toString();
  }

  private static Map<String, Object> text(String says) {
    return Map.of("type", "string", "minLength", 1, "description", says);
  }
}
