package fr.bastide.incident.internal;

import fr.bastide.incident.Question;
import fr.bastide.incident.Questionnaire;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.util.List;

/// Writes a file of facts to fill in.
public final class FactsTemplate {

  private static final int WIDTH = 98;

  private static final Text HEAD =
      new Text(
          """
          Les faits d’un incident, à remplir. Toute réponse peut rester « unknown »\u00a0: le résultat dit
          alors quelle question compte. Heures de Paris : 2026-11-24 08:30.
          Des sources qui se contredisent restent côte à côte ; le résultat lit la plus sévère :
            disclosed:
              - {value: no, source: "service informatique", reliability: B, credibility: 3}
              - {value: yes, source: "site du pirate", reliability: D, credibility: 4}
          reliability : A (fiable) à E (non fiable), F (inconnue). credibility : 1 (confirmé) à 5
          (improbable), 6 (inconnue). Ce qui est E ou 5 est écarté dès qu’une autre source existe.\
          """,
          """
          The facts of an incident, to be filled in. Any answer may stay "unknown": the result then
          says which question matters. Paris time: 2026-11-24 08:30.
          Sources that contradict each other stand side by side; the result reads the severest:
            disclosed:
              - {value: no, source: "IT department", reliability: B, credibility: 3}
              - {value: yes, source: "the attacker's site", reliability: D, credibility: 4}
          reliability: A (reliable) to E (unreliable), F (cannot be judged). credibility: 1
          (confirmed) to 5 (improbable), 6 (cannot be judged). What is E or 5 is set aside as soon as
          there is another source.\
          """);

  private static final Text DONE =
      new Text(
          """
          Ce qui est déjà fait, par obligation, avec sa preuve. Par exemple :
            complaint: {at: 2026-11-24 15:10, proof: "récépissé 2026/1234"}\
          """,
          """
          What is already done, by obligation, with its proof. For example:
            complaint: {at: 2026-11-24 15:10, proof: "receipt 2026/1234"}\
          """);

  private final Questionnaire questionnaire;
  private final Language language;
  private final StringBuilder text = new StringBuilder();

  public FactsTemplate(Questionnaire questionnaire, Language language) {
    this.questionnaire = questionnaire;
    this.language = language;
  }

  /// The whole file.
  public String write() {
    paragraph("", HEAD.in(language));
    line("format: " + FactsReader.FORMAT);
    line("name: \"\"");
    for (Questionnaire.Group group : questionnaire.groups()) {
      line("");
      paragraph("", group.title().in(language));
      line(group.id() + ":");
      group.questions().forEach(this::question);
    }
    line("");
    paragraph("", DONE.in(language));
    line("done: {}");
    return text.toString();
  }

  private void question(Question question) {
    comment(question.ask().in(language));
    question.help().ifPresent(help -> comment(help.in(language)));
    switch (question.kind()) {
      case FLAG -> comment("yes | no | unknown");
      case COUNT, MOMENT -> {}
      case CHOICE -> choices(question.choices());
    }
    line("  " + question.name() + ": unknown");
  }

  private void choices(List<Question.Choice> choices) {
    StringBuilder row = new StringBuilder();
    for (Question.Choice choice : choices) {
      String one = choice.id() + " (" + choice.label().in(language) + ")";
      row.append(row.isEmpty() ? "" : " | ").append(one);
    }
    comment(row.toString());
  }

  private void paragraph(String indent, String comment) {
    comment.lines().forEach(row -> line(indent + "# " + row));
  }

  /// A comment within a group, wrapped at spaces that may break.
  private void comment(String comment) {
    StringBuilder row = new StringBuilder();
    for (String word : comment.split(" ", -1)) {
      if (!row.isEmpty() && row.length() + word.length() > WIDTH - 4) {
        line("  # " + row);
        row.setLength(0);
      }
      row.append(row.isEmpty() ? "" : " ").append(word);
    }
    line("  # " + row);
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
