package fr.bastide.detection.coverage;

import fr.bastide.detection.RuleInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A coverage as a layer for the ATT&CK Navigator, format 4.5.
///
/// The score of a technique under a tactic is the number of rules; the comment lists their titles.
///
/// @see <a
///   href="https://github.com/mitre-attack/attack-navigator/blob/master/layers/spec/v4.5/layerformat.md">ATT&CK
///   Navigator layer file format 4.5</a>
public final class NavigatorLayer {

  private static final String FORMAT = "4.5";
  private static final String NAVIGATOR = "5.2.0";
  private static final List<String> COLOURS = List.of("#e3eef9", "#6baed6", "#08306b");

  private NavigatorLayer() {}

  /// The layer as JSON text.
  ///
  /// @param name what the layer is called
  /// @param description what it shows, in the reader's language
  /// @param metadata facts about it, in order
  public static String json(
      Coverage coverage,
      AttackMatrix matrix,
      String name,
      String description,
      Map<String, String> metadata) {
    Map<String, Object> layer = new LinkedHashMap<>();
    layer.put("name", name);
    layer.put(
        "versions",
        Map.of("attack", major(matrix.version()), "navigator", NAVIGATOR, "layer", FORMAT));
    layer.put("domain", "enterprise-attack");
    layer.put("description", description);
    layer.put("sorting", 0);
    layer.put(
        "layout",
        Map.of(
            "layout", "side",
            "showID", true,
            "showName", true,
            "showAggregateScores", true,
            "countUnscored", false,
            "aggregateFunction", "sum",
            "expandedSubtechniques", "annotated"));
    layer.put("hideDisabled", false);
    layer.put("techniques", techniques(coverage));
    layer.put(
        "gradient",
        Map.of("colors", COLOURS, "minValue", 0, "maxValue", Math.max(1, highest(coverage))));
    layer.put("legendItems", List.of());
    layer.put("selectTechniquesAcrossTactics", false);
    layer.put("selectSubtechniquesWithParent", false);
    List<Map<String, String>> facts = new ArrayList<>();
    metadata.forEach((key, value) -> facts.add(Map.of("name", key, "value", value)));
    layer.put("metadata", facts);
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .build()
        .writeValueAsString(layer);
  }

  private static List<Map<String, Object>> techniques(Coverage coverage) {
    Set<String> parents =
        coverage.cells().stream()
            .filter(cell -> cell.technique().indexOf('.') > 0)
            .map(cell -> parent(cell) + cell.tactic())
            .collect(Collectors.toSet());
    Set<String> scored =
        coverage.cells().stream()
            .map(cell -> cell.technique() + cell.tactic())
            .collect(Collectors.toSet());
    List<Map<String, Object>> techniques = new ArrayList<>();
    Set<String> opened = new HashSet<>();
    for (Coverage.Cell cell : coverage.cells()) {
      String parent = parent(cell);
      if (!scored.contains(parent + cell.tactic()) && opened.add(parent + cell.tactic())) {
        Map<String, Object> above = place(parent, cell.tactic());
        above.put("showSubtechniques", true);
        techniques.add(above);
      }
      Map<String, Object> technique = place(cell.technique(), cell.tactic());
      technique.put("score", cell.rules().size());
      technique.put(
          "comment", cell.rules().stream().map(RuleInfo::title).collect(Collectors.joining("\n")));
      technique.put("enabled", true);
      technique.put("showSubtechniques", parents.contains(cell.technique() + cell.tactic()));
      techniques.add(technique);
    }
    return techniques;
  }

  private static Map<String, Object> place(String technique, String tactic) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("techniqueID", technique);
    place.put("tactic", tactic);
    return place;
  }

  private static String parent(Coverage.Cell cell) {
    int dot = cell.technique().indexOf('.');
    return dot < 0 ? cell.technique() : cell.technique().substring(0, dot);
  }

  private static int highest(Coverage coverage) {
    return coverage.cells().stream().mapToInt(cell -> cell.rules().size()).max().orElse(0);
  }

  private static String major(String version) {
    return version.substring(0, version.indexOf('.'));
  }
}
