package fr.bastide.assessment.internal;

import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Effect;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Pooling;
import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Money;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one measure of a referential and checks what can be checked on it alone.
final class MeasureReader {

  private static final int SHORT = 200;
  private static final int LONG = 2_000;
  private static final int MOST_EUROS = 100_000_000;
  private static final int MOST_DAYS = 10_000;

  private final String theme;
  private final Findings findings;

  MeasureReader(String theme, Findings findings) {
    this.theme = theme;
    this.findings = findings;
  }

  /// The measure; its identifier is empty when it has no usable one.
  Measure read(Yaml yaml) {
    String id = Fields.of(yaml, "measures", findings).text("id", 100);
    Fields fields =
        Fields.of(yaml, id, findings)
            .known(
                "id",
                "name",
                "description",
                "first-step",
                "costs",
                "months",
                "prerequisites",
                "pooling",
                "effects",
                "evidence",
                "references");
    Identifiers.check(id, theme, fields.lineOf("id"), findings);
    return new Measure(
        id,
        theme,
        fields.localised("name", SHORT),
        fields.localised("description", LONG),
        fields.localised("first-step", LONG),
        costs(fields),
        fields.whole("months", 1, 60),
        fields.texts("prerequisites", text -> true),
        pooling(fields),
        effects(fields, id),
        fields.constant("evidence", EvidenceLevel.values()),
        ReferencesReader.read(fields, id, findings));
  }

  private Map<BodySize, Cost> costs(Fields fields) {
    Map<BodySize, Cost> costs = new EnumMap<>(BodySize.class);
    String place = fields.placeOf("costs");
    Optional<Fields> sizes = fields.need("costs").map(yaml -> Fields.of(yaml, place, findings));
    sizes.ifPresent(bySize -> {
      bySize.known("TINY", "SMALL", "MEDIUM", "LARGE");
      for (BodySize size : BodySize.values()) {
        bySize
            .need(size.name())
            .ifPresent(yaml -> costs.put(size, cost(yaml, bySize.placeOf(size.name()))));
      }
    });
    return costs;
  }

  private Cost cost(Yaml yaml, String place) {
    Fields fields = Fields.of(yaml, place, findings).known("setup", "yearly", "days");
    return new Cost(
        Money.euros(fields.whole("setup", 0, MOST_EUROS)),
        Money.euros(fields.whole("yearly", 0, MOST_EUROS)),
        fields.number("days", 0, MOST_DAYS));
  }

  private Optional<Pooling> pooling(Fields fields) {
    return fields
        .find("pooling")
        .map(yaml -> Fields.of(yaml, fields.placeOf("pooling"), findings))
        .map(pooling -> pooling.known("from", "setup-share", "yearly-share"))
        .map(pooling ->
            new Pooling(
                pooling.whole("from", 2, 10_000),
                pooling.number("setup-share", 0, 1),
                pooling.number("yearly-share", 0, 1)));
  }

  private List<Effect> effects(Fields fields, String id) {
    List<Effect> effects = new ArrayList<>();
    for (Yaml item : fields.list("effects")) {
      Fields effect = Fields.of(item, id + ".effects", findings).known("question", "choice");
      effects.add(new Effect(effect.text("question", 100), effect.text("choice", 60)));
    }
    if (effects.isEmpty()) {
      findings.missing(fields.lineOf("effects"), id, "effects");
    }
    return effects;
  }
}
