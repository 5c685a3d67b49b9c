package fr.bastide.assessment.internal;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.file.AnswerFile.Wishes;
import fr.bastide.document.Fields;
import fr.bastide.document.Finding.Gravity;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.kernel.Money;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what a body wants of its plan.
final class WishesReader {

  private static final int REASON = 500;
  private static final long MOST_EUROS = 1_000_000_000;

  private final Referential referential;
  private final Findings findings;
  private final Gravity strange;

  /// @param strange how grave a measure is that does not exist
  WishesReader(Referential referential, Findings findings, Gravity strange) {
    this.referential = referential;
    this.findings = findings;
    this.strange = strange;
  }

  Wishes read(Fields file) {
    return file.find("plan")
        .map(yaml -> Fields.of(yaml, "plan", findings))
        .map(this::wishes)
        .orElse(Wishes.NONE);
  }

  private Wishes wishes(Fields fields) {
    fields.known("budget", "days", "done", "forced", "refused");
    Set<String> done = measures(fields, "done");
    Set<String> forced = measures(fields, "forced");
    Map<String, String> refused = refused(fields);
    for (String id : refused.keySet()) {
      if (done.contains(id) || forced.contains(id)) {
        findings.error(
            fields.lineOf("refused"),
            "plan.refused." + id,
            "Cette mesure est refusée et voulue à la fois\u00a0: gardez l’un des deux.",
            "This measure is both refused and wanted: keep one of the two.");
      }
    }
    Optional<Money> budget =
        fields.numberOr("budget", 0, MOST_EUROS).map(euros -> new Money(Math.round(euros * 100)));
    return new Wishes(done, refused, forced, budget, fields.numberOr("days", 0, 100_000));
  }

  private Set<String> measures(Fields fields, String key) {
    Set<String> ids = new LinkedHashSet<>();
    for (String id : fields.texts(key, text -> true)) {
      if (exists(id, fields.lineOf(key), fields.placeOf(key))) {
        ids.add(id);
      }
    }
    return ids;
  }

  private Map<String, String> refused(Fields fields) {
    Map<String, String> refused = new LinkedHashMap<>();
    Optional<Yaml> yaml = fields.find("refused");
    if (yaml.isPresent()) {
      Fields reasons = Fields.of(yaml.get(), "plan.refused", findings);
      for (String id : reasons.names()) {
        if (exists(id, reasons.lineOf(id), "plan.refused")) {
          refused.put(id, reasons.text(id, REASON));
        }
      }
    }
    return refused;
  }

  private boolean exists(String id, int line, String place) {
    if (referential.measure(id).isPresent()) {
      return true;
    }
    findings.unknown(strange, line, place, id, referential.measures().keySet());
    return false;
  }
}
