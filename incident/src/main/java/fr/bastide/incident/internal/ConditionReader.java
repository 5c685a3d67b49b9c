package fr.bastide.incident.internal;

import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.incident.Question;
import fr.bastide.incident.Questionnaire;
import fr.bastide.incident.Value;
import fr.bastide.incident.condition.Condition;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads conditions: `all`, `any`, `not`, `is`-tests on a `fact`, number ranges, and named ones.
public final class ConditionReader {

  private final Map<String, Question> questions;
  private final Map<String, Condition.Named> named = new LinkedHashMap<>();

  ConditionReader(Questionnaire questionnaire) {
    this.questions = questionnaire.questions();
  }

  /// Gives a condition a name that later ones can use; false when the name is taken.
  boolean define(String id, Text label, Condition condition) {
    return named.putIfAbsent(id, new Condition.Named(id, label, condition)) == null;
  }

  boolean isMoment(String question) {
    Question found = questions.get(question);
    return found != null && found.kind() == Question.Kind.MOMENT;
  }

  /// The condition of a field; one that never holds, and a finding, when it is malformed.
  public Condition read(Fields fields, String key, Findings findings) {
    return fields
        .need(key)
        .map(yaml -> read(yaml, fields.placeOf(key), findings))
        .orElse(Condition.NEVER);
  }

  /// Recursion ends: the depth of the document is bounded when it is read.
  private Condition read(Yaml yaml, String place, Findings findings) {
    Fields fields =
        Fields.of(yaml, place, findings)
            .known("all", "any", "not", "named", "fact", "is", "in", "from", "below");
    List<String> forms =
        List.of("all", "any", "not", "named", "fact").stream().filter(fields::has).toList();
    if (forms.size() != 1) {
      findings.error(
          fields.line(),
          place,
          "Une condition a exactement une de ces clés : all, any, not, named, fact.",
          "A condition has exactly one of these keys: all, any, not, named, fact.");
      return Condition.NEVER;
    }
    return switch (forms.getFirst()) {
      case "all" -> new Condition.All(parts(fields, "all", findings));
      case "any" -> new Condition.Any(parts(fields, "any", findings));
      case "not" ->
          new Condition.Not(
              fields
                  .find("not")
                  .map(part -> read(part, fields.placeOf("not"), findings))
                  .orElse(Condition.NEVER));
      case "named" -> named(fields, findings);
      default -> fact(fields, findings);
    };
  }

  private List<Condition> parts(Fields fields, String key, Findings findings) {
    List<Condition> parts = new ArrayList<>();
    for (Yaml part : fields.list(key)) {
      parts.add(read(part, fields.placeOf(key), findings));
    }
    if (parts.isEmpty()) {
      findings.missing(fields.lineOf(key), fields.placeOf(key), key);
    }
    return parts;
  }

  private Condition named(Fields fields, Findings findings) {
    String id = fields.text("named", 60);
    Condition.Named found = named.get(id);
    if (found == null) {
      findings.unknown(fields.lineOf("named"), fields.placeOf("named"), id, named.keySet());
      return Condition.NEVER;
    }
    return found;
  }

  private Condition fact(Fields fields, Findings findings) {
    String id = fields.text("fact", 80);
    Question question = questions.get(id);
    if (question == null) {
      findings.unknown(fields.lineOf("fact"), fields.placeOf("fact"), id, questions.keySet());
      return Condition.NEVER;
    }
    if (question.kind() == Question.Kind.COUNT) {
      long least = fields.has("from") ? fields.whole("from", 0, 2_000_000_000) : 0;
      long below = fields.has("below") ? fields.whole("below", 0, 2_000_000_000) : Long.MAX_VALUE;
      return new Condition.Within(id, least, below);
    }
    List<Value> values = new ArrayList<>();
    List<Yaml> written = fields.has("in") ? fields.list("in") : fields.need("is").stream().toList();
    for (Yaml item : written) {
      String text = item instanceof Yaml.Scalar scalar ? scalar.text() : "";
      Optional<Value> value = Values.parse(question, text);
      if (value.isEmpty()) {
        findings.unknown(item.line(), fields.placeOf("is"), text, Values.possible(question));
      }
      value.ifPresent(values::add);
    }
    return new Condition.Is(id, values);
  }
}
