package fr.bastide.assessment.internal;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Choice;
import fr.bastide.assessment.Condition;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Theme;
import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.assessment.file.AnswerFile.AssessedBody;
import fr.bastide.assessment.file.AnswerFile.Wishes;
import fr.bastide.document.Decimal;
import fr.bastide.document.Fields;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Writes answer files with each question and its choices as comments.
public final class TemplateWriter {

  /// Where days begin and end: the same day as on the pages, wherever the command runs.
  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private static final Text NAME = new Text("Nom de l’organisme", "Name of the body");

  private static final Text HEAD =
      new Text(
          "Évaluation Bastide. Remplacez «\u00a0unknown\u00a0» par l’un des choix proposés"
              + " au-dessus de chaque question\u202f; ce que vous ne savez pas reste"
              + " «\u00a0unknown\u00a0», et compte au plus mal.\n"
              + "Avec une preuve\u00a0: {choice: …, evidence: document, date: 2026-10-01, note:"
              + " \"…\"}. Niveaux de preuve\u00a0: declared, document, technical-check,"
              + " back-tested\u202f; sans date, une preuve compte comme «\u00a0declared\u00a0».\n"
              + "Sans objet\u00a0: {not-applicable: \"raison\", accepted-by: \"une seconde"
              + " personne\"}.",
          "Bastide assessment. Replace \"unknown\" by one of the choices listed above each"
              + " question; what you do not know stays \"unknown\" and counts at its worst.\n"
              + "With evidence: {choice: …, evidence: document, date: 2026-10-01, note: \"…\"}."
              + " Levels of evidence: declared, document, technical-check, back-tested; without a date,"
              + " evidence counts as \"declared\".\n"
              + "Not applicable: {not-applicable: \"reason\", accepted-by: \"a second person\"}.");

  private static final Text BODY =
      new Text(
          "Taille (size) selon les postes de travail\u00a0: tiny jusqu’à 10, small jusqu’à 50,"
              + " medium jusqu’à 250, large au-delà.",
          "Size by workstations: tiny up to 10, small up to 50, medium up to 250, large beyond.");

  private static final Text PLAN =
      new Text(
          "Pour le plan\u00a0: budget en euros hors taxe, jours de vos agents, mesures déjà faites,"
              + " voulues, refusées {mesure: \"raison\"}.",
          "For the plan: budget in euros tax excluded, days of your own staff, measures already"
              + " done, wanted, refused {measure: \"reason\"}.");

  private static final Text ONLY_IF = new Text("Seulement si", "Only if");
  private static final Text OR_BETTER = new Text("ou mieux", "or better");
  private static final Text OR_WORSE = new Text("ou moins bien", "or worse");

  private final Referential referential;
  private final Language language;
  private final YamlText out = new YamlText();

  private TemplateWriter(Referential referential, Language language) {
    this.referential = referential;
    this.language = language;
  }

  /// See [fr.bastide.assessment.file.AnswerFiles#template].
  public static String template(Referential referential, Depth depth, Language language) {
    AnswerSheet sheet = new AnswerSheet(depth, BodySize.SMALL, LocalDate.now(ZONE), Map.of());
    AssessedBody body =
        new AssessedBody(NAME.in(language), Optional.empty(), BodyForm.COMMUNE, Optional.empty());
    return write(
        new AnswerFile(referential.version(), body, sheet, Wishes.NONE), referential, language);
  }

  /// See [fr.bastide.assessment.file.AnswerFiles#write].
  public static String write(AnswerFile file, Referential referential, Language language) {
    return new TemplateWriter(referential, language).write(file);
  }

  private String write(AnswerFile file) {
    AnswerSheet sheet = file.sheet();
    out.comment("", HEAD.in(language));
    out.line("bastide: " + AnswerReader.FORMAT);
    out.line("referential: " + YamlText.quote(file.referential()));
    out.line("depth: " + Fields.spelling(sheet.depth()) + "  # flash, standard, full");
    out.line("at: " + sheet.at());
    out.line("");
    body(file.body(), sheet.size());
    out.line("");
    out.line("answers:");
    for (Theme theme : referential.themes()) {
      Collection<Question> questions = referential.questions(sheet.depth(), theme.id());
      if (!questions.isEmpty()) {
        out.line("");
        out.comment("  ", "== " + theme.name().in(language) + " ==");
      }
      for (Question question : questions) {
        question(question);
        out.line("  " + question.id() + ": " + answer(sheet.answer(question.id())));
      }
    }
    rest(sheet);
    out.line("");
    plan(file.wishes());
    return out.toString();
  }

  private void body(AssessedBody body, BodySize size) {
    out.comment("", BODY.in(language));
    out.line("body:");
    out.line("  name: " + YamlText.quote(body.name()));
    body.siren().ifPresent(siren -> out.line("  siren: " + YamlText.quote(siren.value())));
    out.line("  form: " + Fields.spelling(body.form()));
    out.line("  size: " + Fields.spelling(size));
    body.population().ifPresent(count -> out.line("  population: " + count));
  }

  private void question(Question question) {
    out.line("");
    out.comment("  ", question.text().in(language));
    for (Choice choice : question.choices()) {
      out.comment("    ", choice.id() + ": " + choice.text().in(language));
    }
    for (Condition condition : question.conditions()) {
      Text bound =
          switch (condition) {
            case Condition.Requires _ -> OR_BETTER;
            case Condition.Exposed _ -> OR_WORSE;
          };
      out.comment(
          "  ",
          ONLY_IF.in(language)
              + " "
              + condition.question()
              + " = "
              + condition.choice()
              + " "
              + bound.in(language));
    }
  }

  /// Answers that this depth does not ask for: kept, so that writing loses nothing.
  private void rest(AnswerSheet sheet) {
    for (Question question : referential.questions().values()) {
      Answer answer = sheet.answer(question.id());
      if (!sheet.depth().asks(question.depth()) && sheet.answers().containsKey(question.id())) {
        out.line("  " + question.id() + ": " + answer(answer));
      }
    }
  }

  private static String answer(Answer answer) {
    return switch (answer) {
      case Answer.Unknown _ -> AnswerReader.UNKNOWN;
      case Answer.NotApplicable none ->
          "{not-applicable: "
              + YamlText.quote(none.reason())
              + none.acceptedBy()
                  .map(person -> ", accepted-by: " + YamlText.quote(person))
                  .orElse("")
              + "}";
      case Answer.Given given ->
          given.evidence().equals(Evidence.DECLARED)
              ? given.choice()
              : given(given.choice(), given.evidence());
    };
  }

  private static String given(String choice, Evidence evidence) {
    StringBuilder text = new StringBuilder("{choice: ").append(choice);
    if (evidence.level() != EvidenceLevel.DECLARED) {
      text.append(", evidence: ").append(Fields.spelling(evidence.level()));
    }
    evidence.date().ifPresent(date -> text.append(", date: ").append(date));
    evidence.expires().ifPresent(date -> text.append(", expires: ").append(date));
    if (!evidence.note().isEmpty()) {
      text.append(", note: ").append(YamlText.quote(evidence.note()));
    }
    return text.append('}').toString();
  }

  private void plan(Wishes wishes) {
    out.comment("", PLAN.in(language));
    out.line("plan:");
    String budget = wishes.budget().map(money -> money.toEuros().toPlainString()).orElse("");
    out.line("  budget: " + (budget.endsWith(".00") ? budget.replace(".00", "") : budget));
    out.line("  days: " + wishes.days().map(Decimal::format).orElse(""));
    out.line("  done: [" + String.join(", ", wishes.done().stream().sorted().toList()) + "]");
    out.line("  forced: [" + String.join(", ", wishes.forced().stream().sorted().toList()) + "]");
    out.line("  refused:" + (wishes.refused().isEmpty() ? " {}" : ""));
    wishes.refused().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(refusal ->
            out.line("    " + refusal.getKey() + ": " + YamlText.quote(refusal.getValue())));
  }
}
