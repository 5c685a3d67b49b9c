package fr.bastide.web.api;

import fr.bastide.kernel.BodyId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The forms of what is a plain text in Java and yet never any text: recognised by the name it has
/// everywhere in the API.
final class Shapes {

  /// A theme, a choice, a cap.
  static final String WORD = "^[a-z][a-z0-9-]*$";

  /// A question or a measure: its theme and its own name.
  static final String ID = "^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*$";

  private static final Map<String, Map<String, Object>> BY_NAME =
      Map.ofEntries(
          Map.entry("question", pattern(ID, "backups.offline")),
          Map.entry("measure", pattern(ID, "backups.keep-offline-copy")),
          Map.entry("prerequisite", pattern(ID, "backups.keep-offline-copy")),
          Map.entry("theme", pattern(WORD, "backups")),
          Map.entry("choice", pattern(WORD, "weekly")),
          Map.entry("sha256", Map.of("type", "string", "pattern", "^[0-9a-f]{64}$")),
          Map.entry("seal", Map.of("type", "string", "pattern", "^[0-9a-f]{64}$")),
          Map.entry("insee", pattern(Scalar.INSEE, "09194")),
          Map.entry("departement", pattern("^([0-9]{2,3}|2[AB])?$", "09")),
          Map.entry("region", pattern("^[0-9]{2}$", "76")),
          Map.entry("email", Map.of("type", "string", "format", "email")),
          Map.entry("link", Map.of("type", "string", "format", "uri")),
          Map.entry("url", Map.of("type", "string", "format", "uri")));

  /// The variables of paths, which Java reads as texts to answer 404 to malformed ones.
  private static final Map<String, Map<String, Object>> IN_PATHS = inPaths();

  private Shapes() {}

  /// The schema of a text with this name, when it has a form of its own.
  static Optional<Map<String, Object>> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /// The schema of a variable in a path.
  static Map<String, Object> inPath(String name) {
    return Optional.ofNullable(IN_PATHS.get(name))
        .orElseThrow(() -> new IllegalStateException("the API has no path variable " + name));
  }

  private static Map<String, Map<String, Object>> inPaths() {
    Map<String, Map<String, Object>> shapes = new HashMap<>();
    shapes.put("body", Scalar.of(BodyId.class).orElseThrow().schema());
    shapes.put("question", pattern(ID, "backups.offline"));
    shapes.put("measure", pattern(ID, "backups.keep-offline-copy"));
    shapes.put("session", pattern("^[0-9a-f]{16}$", "0123456789abcdef"));
    shapes.put("passkey", pattern("^[0-9a-f]{16}$", "0123456789abcdef"));
    for (String id :
        List.of(
            "id",
            "attachment",
            "mandate",
            "person",
            "piece",
            "plan",
            "provider",
            "report",
            "token")) {
      shapes.put(id, Map.of("type", "string", "format", "uuid"));
    }
    return Map.copyOf(shapes);
  }

  private static Map<String, Object> pattern(String pattern, String example) {
    return Map.of("type", "string", "pattern", pattern, "examples", List.of(example));
  }
}
