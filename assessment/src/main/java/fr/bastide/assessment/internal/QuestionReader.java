package fr.bastide.assessment.internal;

import fr.bastide.assessment.Choice;
import fr.bastide.assessment.Condition;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Question;
import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import java.util.ArrayList;
import java.util.List;

/// Reads one question of a referential and checks what can be checked on it alone.
final class QuestionReader {

  private static final int SHORT = 400;
  private static final int LONG = 2_000;

  private final String theme;
  private final Findings findings;

  QuestionReader(String theme, Findings findings) {
    this.theme = theme;
    this.findings = findings;
  }

  /// The question; its identifier is empty when it has no usable one.
  Question read(Yaml yaml) {
    String id = Fields.of(yaml, "questions", findings).text("id", 100);
    Fields fields =
        Fields.of(yaml, id, findings)
            .known(
                "id",
                "depth",
                "weight",
                "vital",
                "text",
                "why",
                "how",
                "choices",
                "requires",
                "exposed",
                "validity-months",
                "evidence",
                "references");
    Identifiers.check(id, theme, fields.lineOf("id"), findings);
    Question question =
        new Question(
            id,
            theme,
            fields.constant("depth", Depth.values()),
            fields.whole("weight", 0, 5),
            fields.flag("vital"),
            fields.localised("text", SHORT),
            fields.localised("why", LONG),
            fields.localised("how", LONG),
            choices(fields, id),
            conditions(fields, id),
            fields.whole("validity-months", 1, 120),
            fields.localisedOr("evidence", LONG),
            ReferencesReader.read(fields, id, findings));
    check(question, fields);
    return question;
  }

  private List<Choice> choices(Fields fields, String id) {
    List<Choice> choices = new ArrayList<>();
    for (Yaml item : fields.list("choices")) {
      Fields choice = Fields.of(item, id + ".choices", findings).known("id", "value", "fr", "en");
      String choiceId = choice.text("id", 60);
      if (!Identifiers.word(choiceId) || AnswerReader.RESERVED.contains(choiceId)) {
        findings.error(
            choice.line(),
            id + ".choices",
            "Ce choix ne peut pas s’appeler ainsi. " + Identifiers.RULE.fr(),
            "This choice cannot have that name. " + Identifiers.RULE.en());
      }
      if (choices.stream().anyMatch(other -> other.id().equals(choiceId))) {
        findings.duplicate(choice.line(), id + ".choices", choiceId);
      }
      choices.add(new Choice(choiceId, choice.number("value", 0, 1), choice.both(SHORT)));
    }
    return choices;
  }

  private List<Condition> conditions(Fields fields, String id) {
    List<Condition> conditions = new ArrayList<>();
    for (Yaml item : fields.list("requires")) {
      Fields gate = gate(item, id + ".requires");
      conditions.add(new Condition.Requires(gate.text("question", 100), gate.text("choice", 60)));
    }
    for (Yaml item : fields.list("exposed")) {
      Fields gate = gate(item, id + ".exposed");
      conditions.add(new Condition.Exposed(gate.text("question", 100), gate.text("choice", 60)));
    }
    return conditions;
  }

  private Fields gate(Yaml item, String place) {
    return Fields.of(item, place, findings).known("question", "choice");
  }

  private void check(Question question, Fields fields) {
    List<Choice> choices = question.choices();
    boolean rising = choices.size() >= 2 && choices.size() <= 5;
    for (int i = 0; rising && i + 1 < choices.size(); i++) {
      rising = choices.get(i).value() < choices.get(i + 1).value();
    }
    if (!rising || choices.getFirst().value() != 0 || choices.getLast().value() != 1) {
      findings.error(
          fields.lineOf("choices"),
          fields.placeOf("choices"),
          "Il faut de 2 à 5 choix, du pire au meilleur, dont la valeur monte de 0 à 1.",
          "There must be 2 to 5 choices, worst first, whose value rises from 0 to 1.");
    }
    if (question.depth() == Depth.FLASH && !question.conditions().isEmpty()) {
      findings.error(
          fields.line(),
          question.id(),
          "Une question de l’évaluation éclair se pose toujours\u00a0: retirez ses conditions.",
          "A flash question is always asked: remove its conditions.");
    }
    if (question.depth() == Depth.FULL && question.weight() > 0 && question.evidence().isEmpty()) {
      findings.missing(fields.line(), question.id(), "evidence");
    }
  }
}
