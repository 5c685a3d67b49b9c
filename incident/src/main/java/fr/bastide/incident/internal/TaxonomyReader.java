package fr.bastide.incident.internal;

import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.incident.rsit.Confidence;
import fr.bastide.incident.rsit.IncidentType;
import fr.bastide.incident.rsit.Taxonomy;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the taxonomy and the rules that choose in it.
final class TaxonomyReader {

  private static final String UNDETERMINED = "other/undetermined";
  private static final String UNCATEGORISED = "other/other";
  private static final Text NOTHING = new Text("?", "?");

  private final ConditionReader conditions;
  private final Map<String, IncidentType> types = new LinkedHashMap<>();
  private final List<Taxonomy.Rule> rules = new ArrayList<>();
  private String version = "?";

  TaxonomyReader(ConditionReader conditions) {
    this.conditions = conditions;
  }

  void types(Fields file, Findings findings) {
    version = file.known("version", "types").text("version", 40);
    for (Yaml item : file.list("types")) {
      Fields one = Fields.of(item, "types", findings).known("id", "name", "meaning");
      String id = one.text("id", 80);
      if (id.indexOf('/') < 1) {
        findings.unknown(one.line(), "types", id, List.of());
      } else if (types.put(id, type(id, one)) != null) {
        findings.duplicate(one.line(), "types", id);
      }
    }
    for (String needed : List.of(UNDETERMINED, UNCATEGORISED)) {
      if (!types.containsKey(needed)) {
        findings.missing(0, "types", needed);
      }
    }
  }

  private static IncidentType type(String id, Fields fields) {
    return new IncidentType(id, fields.localised("name", 200), fields.localised("meaning", 1000));
  }

  void rules(Fields file, Findings findings) {
    file.known("rules");
    for (Yaml item : file.list("rules")) {
      Fields one = Fields.of(item, "rules", findings).known("type", "when", "confidence", "reason");
      String id = one.text("type", 80);
      IncidentType type = types.get(id);
      if (type == null) {
        findings.unknown(one.line(), "rules", id, types.keySet());
        continue;
      }
      rules.add(
          new Taxonomy.Rule(
              type,
              conditions.read(one, "when", findings),
              one.constant("confidence", Confidence.values()),
              one.localised("reason", 1000)));
    }
  }

  Taxonomy taxonomy() {
    return new Taxonomy(version, types, rules, type(UNDETERMINED), type(UNCATEGORISED));
  }

  private IncidentType type(String id) {
    IncidentType found = types.get(id);
    return found == null ? new IncidentType(id, NOTHING, NOTHING) : found;
  }
}
