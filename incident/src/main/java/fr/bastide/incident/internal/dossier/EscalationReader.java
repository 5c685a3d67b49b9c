package fr.bastide.incident.internal.dossier;

import fr.bastide.document.Fields;
import fr.bastide.document.Finding;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.document.YamlReader;
import fr.bastide.incident.escalation.EscalationRule;
import fr.bastide.incident.escalation.Escalations;
import fr.bastide.incident.internal.Knowledge;
import fr.bastide.incident.message.Audience;
import fr.bastide.incident.message.Messages;
import fr.bastide.incident.severity.Severity;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the rules of escalation: `escalation.yaml`.
public final class EscalationReader {

  private static final String FILE = "escalation.yaml";
  private static final int MAX_BYTES = 100_000;
  private static final int TEXT = 1000;
  private static final int WORD = 60;
  private static final int YEAR = 527_040;

  private final Findings findings;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, EscalationRule.Recipient> recipients = new LinkedHashMap<>();

  private EscalationReader(Findings findings) {
    this.findings = findings;
  }

  private static final class Holder {
    static final Escalations BUILTIN = load();

    private Holder() {}
  }

  /// What comes with Bastide.
  public static Escalations builtin() {
    return Holder.BUILTIN;
  }

  private static Escalations load() {
    Findings findings = new Findings(FILE);
    try {
      Escalations rules = read(Knowledge.resource(FILE).orElseThrow(), findings);
      List<Finding> all = findings.sorted();
      if (!all.isEmpty()) {
        throw new IllegalStateException(all.getFirst().format(Language.EN));
      }
      return rules;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the program is incomplete", unreadable);
    }
  }

  /// The rules of a file; what is wrong goes to the findings.
  static Escalations read(byte[] yaml, Findings findings) {
    return YamlReader.read(yaml, MAX_BYTES, findings)
        .map(file -> new EscalationReader(findings).read(Fields.of(file, "", findings)))
        .orElse(new Escalations("?", List.of()));
  }

  private Escalations read(Fields file) {
    file.known("version", "recipients", "rules");
    for (Yaml item : file.list("recipients")) {
      Fields one = Fields.of(item, "recipients", findings).known("id", "name");
      String id = one.text("id", WORD);
      recipients.put(id, new EscalationRule.Recipient(id, one.localised("name", TEXT)));
    }
    List<EscalationRule> rules = new ArrayList<>();
    for (Yaml item : file.list("rules")) {
      rules.add(rule(Fields.of(item, "rules", findings)));
    }
    return new Escalations(file.text("version", WORD), rules);
  }

  private EscalationRule rule(Fields one) {
    one.known(
        "id", "severities", "kinds", "trigger", "minutes", "to", "means", "message", "what", "why");
    String id = one.text("id", WORD);
    if (!taken.add(id)) {
      findings.duplicate(one.line(), "rules", id);
    }
    List<EscalationRule.Recipient> to =
        one.texts("to", recipients::containsKey).stream()
            .flatMap(name -> Optional.ofNullable(recipients.get(name)).stream())
            .toList();
    if (to.isEmpty()) {
      findings.missing(one.line(), id, "to");
    }
    return new EscalationRule(
        id,
        severities(one),
        Set.copyOf(one.texts("kinds", Messages.incidents()::contains)),
        one.constant("trigger", EscalationRule.Trigger.values()),
        Duration.ofMinutes(one.whole("minutes", 0, YEAR)),
        to,
        one.constant("means", EscalationRule.Means.values()),
        one.constantOr("message", Audience.values()),
        one.localised("what", TEXT),
        one.localised("why", TEXT));
  }

  private static Set<Severity> severities(Fields one) {
    List<String> names = Arrays.stream(Severity.values()).map(Fields::spelling).toList();
    Set<Severity> severities = EnumSet.noneOf(Severity.class);
    one.texts("severities", names::contains)
        .forEach(name -> severities.add(Severity.valueOf(name.toUpperCase(Locale.ROOT))));
    return severities;
  }
}
