package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the section `correlation` of a document (Sigma correlation rules specification).
final class CorrelationReading {

  private CorrelationReading() {}

  static CorrelationDraft read(Fields document, RuleInfo info) throws Refused {
    Fields section = document.needMap("correlation");
    Correlation.Kind kind = kind(section);
    List<Reference> rules = references(section);
    return new CorrelationDraft(
        info,
        kind,
        rules,
        section.texts("group-by"),
        aliases(section),
        Timespan.parse(section.need(section.has("timeframe") ? "timeframe" : "timespan")),
        CorrelationCondition.read(section, kind, rules),
        generate(document) || generate(section));
  }

  private static Correlation.Kind kind(Fields section) throws Refused {
    String type = section.text("type");
    return switch (type) {
      case "event_count" -> Correlation.Kind.EVENT_COUNT;
      case "value_count" -> Correlation.Kind.VALUE_COUNT;
      case "temporal" -> Correlation.Kind.TEMPORAL;
      case "temporal_ordered" -> Correlation.Kind.TEMPORAL_ORDERED;
      case "value_sum" -> Correlation.Kind.VALUE_SUM;
      case "value_avg" -> Correlation.Kind.VALUE_AVG;
      case "value_percentile", "value_median" -> Correlation.Kind.VALUE_PERCENTILE;
      default ->
          throw new Refused(
              section.need("type").line(),
              "Le type «\u00a0"
                  + Refused.clip(type)
                  + "\u00a0» n’existe pas\u00a0: écrivez par "
                  + "exemple event_count.",
              "There is no type '" + Refused.clip(type) + "': write for example event_count.");
    };
  }

  /// The rules a section names.
  static List<Reference> references(Fields section) throws Refused {
    Yaml rules = section.need("rules");
    List<Yaml> items = rules instanceof Yaml.Sequence list ? list.items() : List.of(rules);
    List<Reference> references = new ArrayList<>();
    for (Yaml item : items) {
      if (!(item instanceof Yaml.Scalar scalar) || scalar.isNull()) {
        throw new Refused(
            item.line(),
            "Une règle se nomme par son identifiant ou son nom\u00a0: écrivez l’un des deux.",
            "A rule is named by its id or its name: write one of them.");
      }
      references.add(new Reference(scalar.text(), scalar.line()));
    }
    if (references.isEmpty()) {
      throw new Refused(
          rules.line(),
          "Aucune règle n’est nommée\u00a0: donnez-en au moins une.",
          "No rule is named: give at least one.");
    }
    return references;
  }

  private static Map<String, Map<Reference, String>> aliases(Fields section) throws Refused {
    Map<String, Map<Reference, String>> aliases = new LinkedHashMap<>();
    if (!section.has("aliases")) {
      return aliases;
    }
    for (Map.Entry<String, Yaml.Entry> alias : section.needMap("aliases").entries().entrySet()) {
      Fields byRule = Fields.of(alias.getKey(), alias.getValue().value());
      Map<Reference, String> fields = new LinkedHashMap<>();
      for (Map.Entry<String, Yaml.Entry> rule : byRule.entries().entrySet()) {
        fields.put(
            new Reference(rule.getKey(), rule.getValue().line()), byRule.text(rule.getKey()));
      }
      aliases.put(alias.getKey(), fields);
    }
    return aliases;
  }

  private static boolean generate(Fields fields) throws Refused {
    String text = fields.text("generate");
    if (text.isEmpty() || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return text.equalsIgnoreCase("true");
    }
    throw new Refused(
        fields.need("generate").line(),
        "«\u00a0generate\u00a0» vaut true ou false\u00a0: écrivez l’un des deux.",
        "'generate' is true or false: write one of them.");
  }
}
