package fr.bastide.incident.internal;

import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.incident.Question;
import fr.bastide.incident.Questionnaire;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the questions.
final class QuestionReader {

  private static final int TEXT = 1000;

  private final Findings findings;
  private final Set<String> taken = new HashSet<>();

  QuestionReader(Findings findings) {
    this.findings = findings;
  }

  Questionnaire read(Fields file) {
    file.known("version", "groups");
    List<Questionnaire.Group> groups = new ArrayList<>();
    for (Yaml item : file.list("groups")) {
      Fields group =
          Fields.of(item, "groups", findings).known("id", "title", "choices", "questions");
      String id = group.text("id", 40);
      List<Question.Choice> shared = choices(group);
      List<Question> questions = new ArrayList<>();
      for (Yaml one : group.list("questions")) {
        questions.add(question(id, Fields.of(one, id, findings), shared));
      }
      groups.add(new Questionnaire.Group(id, group.localised("title", TEXT), questions));
    }
    return new Questionnaire(file.text("version", 40), groups);
  }

  private Question question(String group, Fields fields, List<Question.Choice> shared) {
    fields.known("id", "kind", "label", "ask", "help", "choices");
    String id = group + "." + fields.text("id", 40);
    if (!taken.add(id)) {
      findings.duplicate(fields.line(), group, id);
    }
    Question.Kind kind = fields.constant("kind", Question.Kind.values());
    List<Question.Choice> own = choices(fields);
    List<Question.Choice> choices =
        kind != Question.Kind.CHOICE ? List.of() : own.isEmpty() ? shared : own;
    if (kind == Question.Kind.CHOICE && choices.isEmpty()) {
      findings.missing(fields.line(), id, "choices");
    }
    return new Question(
        id,
        kind,
        fields.localised("label", TEXT),
        fields.localised("ask", TEXT),
        fields.localisedOr("help", TEXT),
        choices);
  }

  private List<Question.Choice> choices(Fields fields) {
    List<Question.Choice> choices = new ArrayList<>();
    for (Yaml item : fields.list("choices")) {
      Fields one = Fields.of(item, fields.placeOf("choices"), findings).known("id", "fr", "en");
      Text label = one.both(TEXT);
      choices.add(new Question.Choice(one.text("id", 40), label));
    }
    return choices;
  }
}
