package fr.bastide.incident.internal;

import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.document.YamlReader;
import fr.bastide.incident.Questionnaire;
import fr.bastide.incident.condition.Condition;
import fr.bastide.incident.followup.FollowUpRules;
import fr.bastide.incident.obligation.Obligation;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.rsit.Taxonomy;
import fr.bastide.incident.severity.Severity;
import fr.bastide.incident.severity.SeverityScale;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the files of knowledge in the order in which they refer to each other.
final class KnowledgeReader {

  private static final int MAX_BYTES = 400_000;
  private static final int TEXT = 2000;

  private final Knowledge.Source source;
  private final Findings findings;

  KnowledgeReader(Knowledge.Source source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  Knowledge read() throws IOException {
    Questionnaire questionnaire = questionnaire();
    ConditionReader conditions = new ConditionReader(questionnaire);
    definitions(conditions);
    ObligationBook book = book(questionnaire, conditions);
    SeverityScale severity = severity(conditions);
    Taxonomy taxonomy = taxonomy(conditions);
    return new Knowledge(questionnaire, book, severity, taxonomy, followUps(conditions));
  }

  ConditionReader conditions() throws IOException {
    ConditionReader conditions = new ConditionReader(questionnaire());
    definitions(conditions);
    return conditions;
  }

  private Questionnaire questionnaire() throws IOException {
    String file = "questions.yaml";
    return file(file)
        .map(fields -> new QuestionReader(findings.in(file)).read(fields))
        .orElse(new Questionnaire("?", List.of()));
  }

  private void definitions(ConditionReader conditions) throws IOException {
    String file = "definitions.yaml";
    Findings here = findings.in(file);
    Optional<Fields> fields = file(file);
    if (fields.isEmpty()) {
      return;
    }
    fields.get().known("definitions");
    for (Yaml item : fields.get().list("definitions")) {
      Fields one = Fields.of(item, "definitions", here).known("id", "name", "when");
      String id = one.text("id", 60);
      Text name = one.localised("name", TEXT);
      Condition when = conditions.read(one, "when", here);
      if (!conditions.define(id, name, when)) {
        here.duplicate(one.line(), "definitions", id);
      }
    }
  }

  private ObligationBook book(Questionnaire questionnaire, ConditionReader conditions)
      throws IOException {
    String file = "obligations/book.yaml";
    Findings here = findings.in(file);
    Map<String, Text> switches = new LinkedHashMap<>();
    List<Obligation> obligations = new ArrayList<>();
    String version = "?";
    Optional<Fields> fields = file(file);
    if (fields.isPresent()) {
      Fields book = fields.get().known("version", "switches", "files");
      version = book.text("version", 40);
      for (Yaml item : book.list("switches")) {
        Fields one = Fields.of(item, "switches", here).known("id", "name");
        switches.put(one.text("id", 60), one.localised("name", TEXT));
      }
      ObligationReader reader = new ObligationReader(questionnaire, conditions, switches.keySet());
      for (String name : book.texts("files", text -> text.endsWith(".yaml"))) {
        String path = "obligations/" + name;
        Optional<Fields> part = file(path);
        if (part.isPresent()) {
          reader.read(part.get(), findings.in(path), obligations);
        }
      }
    }
    return new ObligationBook(version, questionnaire, switches, obligations);
  }

  private SeverityScale severity(ConditionReader conditions) throws IOException {
    String file = "severity.yaml";
    Findings here = findings.in(file);
    List<SeverityScale.Rule> rules = new ArrayList<>();
    Optional<Fields> fields = file(file);
    if (fields.isPresent()) {
      fields.get().known("rules");
      Severity last = Severity.CRITICAL;
      for (Yaml item : fields.get().list("rules")) {
        Fields one = Fields.of(item, "rules", here).known("id", "severity", "when", "reason");
        Severity severity = one.constant("severity", Severity.values());
        if (severity.compareTo(last) > 0) {
          here.error(
              one.line(),
              "rules",
              "Les règles vont de la plus grave à la moins grave.",
              "Rules go from the gravest to the least grave.");
        }
        last = severity;
        rules.add(
            new SeverityScale.Rule(
                one.text("id", 60),
                severity,
                conditions.read(one, "when", here),
                one.localised("reason", TEXT)));
      }
    }
    return new SeverityScale(rules);
  }

  private Taxonomy taxonomy(ConditionReader conditions) throws IOException {
    TaxonomyReader reader = new TaxonomyReader(conditions);
    file("rsit.yaml").ifPresent(fields -> reader.types(fields, findings.in("rsit.yaml")));
    file("classification.yaml")
        .ifPresent(fields -> reader.rules(fields, findings.in("classification.yaml")));
    return reader.taxonomy();
  }

  private FollowUpRules followUps(ConditionReader conditions) throws IOException {
    String file = "followups.yaml";
    Findings here = findings.in(file);
    List<FollowUpRules.Rule> rules = new ArrayList<>();
    List<String> clocks = List.of();
    Optional<Fields> fields = file(file);
    if (fields.isPresent()) {
      fields.get().known("clocks", "followups");
      clocks = fields.get().texts("clocks", conditions::isMoment);
      for (Yaml item : fields.get().list("followups")) {
        Fields one = Fields.of(item, "followups", here).known("id", "months", "when", "purpose");
        rules.add(
            new FollowUpRules.Rule(
                one.text("id", 60),
                one.whole("months", 1, 120),
                one.has("when") ? conditions.read(one, "when", here) : Condition.ALWAYS,
                one.localised("purpose", TEXT)));
      }
    }
    return new FollowUpRules(clocks, rules);
  }

  private Optional<Fields> file(String name) throws IOException {
    Findings here = findings.in(name);
    Optional<byte[]> bytes = source.bytes(name);
    if (bytes.isEmpty()) {
      here.error(0, "", "Ce fichier manque.", "This file is missing.");
      return Optional.empty();
    }
    return YamlReader.read(bytes.get(), MAX_BYTES, here).map(yaml -> Fields.of(yaml, "", here));
  }
}
