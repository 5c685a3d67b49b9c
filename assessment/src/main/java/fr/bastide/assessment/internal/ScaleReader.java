package fr.bastide.assessment.internal;

import fr.bastide.assessment.Cap;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Scale;
import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads the scale of a referential and checks that it keeps the score monotone.
final class ScaleReader {

  /// Stands in for a scale that could not be read.
  static final Scale NONE =
      new Scale("?", Map.of(), Map.of(), 1, Map.of(), List.of(), EvidenceLevel.DECLARED);

  private final Findings findings;

  ScaleReader(Findings findings) {
    this.findings = findings;
  }

  Scale read(Fields fields) {
    fields.known("version", "trust", "shift", "grades", "vital-evidence", "caps");
    Map<EvidenceLevel, Double> low = new EnumMap<>(EvidenceLevel.class);
    Map<EvidenceLevel, Double> point = new EnumMap<>(EvidenceLevel.class);
    fields.need("trust").ifPresent(yaml -> trust(Fields.of(yaml, "trust", findings), low, point));
    Map<Grade, Double> thresholds = new EnumMap<>(Grade.class);
    fields
        .need("grades")
        .ifPresent(yaml -> thresholds(Fields.of(yaml, "grades", findings), thresholds));
    return new Scale(
        fields.text("version", 40),
        low,
        point,
        fields.number("shift", 0.01, 10),
        thresholds,
        caps(fields),
        fields.constant("vital-evidence", EvidenceLevel.values()));
  }

  private void trust(
      Fields fields, Map<EvidenceLevel, Double> low, Map<EvidenceLevel, Double> point) {
    fields.known("declared", "document", "technical-check", "back-tested");
    double leastLow = 0;
    double leastPoint = 0;
    for (EvidenceLevel level : EvidenceLevel.values()) {
      String key = Fields.spelling(level);
      var yaml = fields.need(key);
      if (yaml.isPresent()) {
        Fields shares = Fields.of(yaml.get(), fields.placeOf(key), findings).known("low", "point");
        leastLow = shares.number("low", leastLow, 1);
        leastPoint = shares.number("point", Math.max(leastPoint, leastLow), 1);
      }
      low.put(level, leastLow);
      point.put(level, leastPoint);
    }
  }

  private void thresholds(Fields fields, Map<Grade, Double> thresholds) {
    fields.known("A", "B", "C", "D");
    double most = 100;
    for (Grade grade : List.of(Grade.A, Grade.B, Grade.C, Grade.D)) {
      most = fields.number(grade.name(), 0, most);
      thresholds.put(grade, most);
    }
  }

  private List<Cap> caps(Fields fields) {
    List<Cap> caps = new ArrayList<>();
    for (Yaml item : fields.list("caps")) {
      Fields cap =
          Fields.of(item, "caps", findings).known("id", "question", "choice", "grade", "reason");
      String id = cap.text("id", 60);
      if (!Identifiers.word(id) || caps.stream().anyMatch(other -> other.id().equals(id))) {
        findings.error(
            cap.lineOf("id"),
            "caps",
            "Chaque plafond a son propre identifiant. " + Identifiers.RULE.fr(),
            "Each cap has an identifier of its own. " + Identifiers.RULE.en());
      }
      caps.add(
          new Cap(
              id,
              cap.text("question", 100),
              cap.text("choice", 60),
              cap.constant("grade", Grade.values()),
              cap.localised("reason", 500)));
    }
    return caps;
  }
}
