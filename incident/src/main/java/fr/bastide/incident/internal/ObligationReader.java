package fr.bastide.incident.internal;

import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.incident.Questionnaire;
import fr.bastide.incident.condition.Condition;
import fr.bastide.incident.obligation.Deadline;
import fr.bastide.incident.obligation.InForce;
import fr.bastide.incident.obligation.Obligation;
import fr.bastide.incident.obligation.Trigger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads obligations.
final class ObligationReader {

  private static final int TEXT = 3000;

  private final Questionnaire questionnaire;
  private final ConditionReader conditions;
  private final Collection<String> switches;
  private final Set<String> duties = new HashSet<>();
  private final Set<String> editions = new HashSet<>();

  ObligationReader(
      Questionnaire questionnaire, ConditionReader conditions, Collection<String> switches) {
    this.questionnaire = questionnaire;
    this.conditions = conditions;
    this.switches = switches;
  }

  void read(Fields file, Findings findings, List<Obligation> into) {
    file.known("obligations");
    for (Yaml item : file.list("obligations")) {
      into.add(obligation(Fields.of(item, "obligations", findings), findings));
    }
  }

  private Obligation obligation(Fields fields, Findings findings) {
    fields.known(
        "id",
        "edition",
        "title",
        "force",
        "article",
        "from",
        "until",
        "binds",
        "when",
        "unless",
        "clock",
        "cautious",
        "after",
        "now",
        "deadline",
        "authority",
        "form",
        "proof",
        "address",
        "explanation",
        "confidence",
        "note",
        "sources");
    String id = fields.text("id", 60);
    String edition = fields.text("edition", 40);
    if (!editions.add(id + "@" + edition)) {
      findings.duplicate(fields.line(), id, edition);
    }
    Trigger trigger = trigger(fields, findings);
    duties.add(id);
    return new Obligation(
        id,
        edition,
        fields.localised("title", TEXT),
        fields.constant("force", Obligation.Force.values()),
        fields.localised("article", TEXT),
        new InForce(limit(fields, "from", findings), limit(fields, "until", findings)),
        condition(fields, "binds", Condition.ALWAYS, findings),
        condition(fields, "when", Condition.ALWAYS, findings),
        condition(fields, "unless", Condition.NEVER, findings),
        trigger,
        deadline(fields, findings),
        filing(fields),
        fields.localised("explanation", TEXT),
        confidence(fields, findings),
        fields.localisedOr("note", TEXT),
        sources(fields));
  }

  private Condition condition(Fields fields, String key, Condition otherwise, Findings findings) {
    return fields.has(key) ? conditions.read(fields, key, findings) : otherwise;
  }

  private static Obligation.Filing filing(Fields fields) {
    String address = fields.textOr("address", 300);
    return new Obligation.Filing(
        fields.localised("authority", TEXT),
        fields.localised("form", TEXT),
        fields.localised("proof", TEXT),
        address.isEmpty() ? Optional.empty() : Optional.of(address));
  }

  private static List<String> sources(Fields fields) {
    List<String> sources = new ArrayList<>();
    for (Yaml item : fields.list("sources")) {
      if (item instanceof Yaml.Scalar scalar && !scalar.empty()) {
        sources.add(scalar.text().strip());
      }
    }
    return sources;
  }

  /// A doubt without a note would help nobody.
  private static Obligation.Confidence confidence(Fields fields, Findings findings) {
    Obligation.Confidence confidence =
        fields.constant("confidence", Obligation.Confidence.values());
    if (confidence != Obligation.Confidence.HIGH && !fields.has("note")) {
      findings.missing(fields.line(), fields.placeOf("note"), "note");
    }
    return confidence;
  }

  private Trigger trigger(Fields fields, Findings findings) {
    List<String> clocks = fields.texts("clock", conditions::isMoment);
    Optional<String> cautious =
        Optional.of(fields.textOr("cautious", 80)).filter(t -> !t.isEmpty());
    if (cautious.filter(t -> !conditions.isMoment(t)).isPresent()) {
      findings.unknown(
          fields.lineOf("cautious"),
          fields.placeOf("cautious"),
          cautious.orElseThrow(),
          questionnaire.questions().keySet());
    }
    Optional<String> after = Optional.of(fields.textOr("after", 60)).filter(t -> !t.isEmpty());
    if (after.filter(t -> !duties.contains(t)).isPresent()) {
      findings.unknown(
          fields.lineOf("after"), fields.placeOf("after"), after.orElseThrow(), duties);
    }
    boolean now = fields.flag("now");
    if (clocks.isEmpty() && !now) {
      findings.missing(fields.line(), fields.placeOf("clock"), "clock");
    }
    return new Trigger(clocks, cautious, after, now);
  }

  private Optional<InForce.Limit> limit(Fields fields, String key, Findings findings) {
    String text = fields.textOr(key, 60);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (switches.contains(text)) {
      return Optional.of(new InForce.Limit.BySwitch(text));
    }
    try {
      return Optional.of(new InForce.Limit.On(LocalDate.parse(text)));
    } catch (DateTimeParseException notDay) {
      findings.unknown(fields.lineOf(key), fields.placeOf(key), text, switches);
      return Optional.empty();
    }
  }

  private static Deadline deadline(Fields fields, Findings findings) {
    Optional<Yaml> yaml = fields.need("deadline");
    if (yaml.isEmpty()) {
      return new Deadline.Standing();
    }
    if (yaml.get() instanceof Yaml.Scalar scalar) {
      return switch (scalar.text()) {
        case "without-delay" -> new Deadline.WithoutDelay();
        case "standing" -> new Deadline.Standing();
        default -> {
          findings.unknown(
              scalar.line(),
              fields.placeOf("deadline"),
              scalar.text(),
              List.of("without-delay", "standing"));
          yield new Deadline.Standing();
        }
      };
    }
    Fields parts =
        Fields.of(yaml.get(), fields.placeOf("deadline"), findings)
            .known("hours", "months", "working-days", "regulation-1182-71");
    boolean regulation = parts.flag("regulation-1182-71");
    if (parts.has("hours")) {
      return new Deadline.Hours(parts.whole("hours", 1, 1000), regulation);
    }
    if (parts.has("months")) {
      return new Deadline.Months(parts.whole("months", 1, 120), regulation);
    }
    return new Deadline.WorkingDays(parts.whole("working-days", 1, 100));
  }
}
