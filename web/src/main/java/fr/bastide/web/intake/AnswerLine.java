package fr.bastide.web.intake;

import fr.bastide.incident.Question;
import fr.bastide.incident.WrittenTime;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.intake.Report;
import fr.bastide.loop.intake.ReportField;
import fr.bastide.loop.intake.ReportForm;
import java.util.ArrayList;
import java.util.List;

/// One answer of a report, as an operator reads it.
///
/// @param label what was asked
/// @param value what was answered
public record AnswerLine(String label, String value) {

  /// All answers of a report in the order of the form, in the reader's language.
  static List<AnswerLine> of(Report report, ReportForm form, Language language) {
    List<AnswerLine> lines = new ArrayList<>();
    for (ReportForm.Step step : form.steps()) {
      for (ReportField field : step.fields()) {
        switch (field) {
          case ReportField.Typed typed ->
              add(lines, typed.label().in(language), report.answer(typed.key()));
          case ReportField.Asked asked ->
              add(
                  lines,
                  asked.question().label().in(language),
                  said(asked.question(), report.answer(asked.question().id()), language));
          case ReportField.Seen seen ->
              seen.all().stream()
                  .filter(sign -> !report.answer(ReportField.Seen.PREFIX + sign.id()).isEmpty())
                  .forEach(sign -> add(lines, step.title().in(language), sign.text().in(language)));
        }
      }
    }
    return lines;
  }

  private static void add(List<AnswerLine> lines, String label, String value) {
    if (!value.isEmpty()) {
      lines.add(new AnswerLine(label, value));
    }
  }

  private static String said(Question question, String value, Language language) {
    return switch (question.kind()) {
      case FLAG ->
          switch (value) {
            case "yes" -> new Text("oui", "yes").in(language);
            case "no" -> new Text("non", "no").in(language);
            default -> "";
          };
      case CHOICE -> question.choice(value).map(choice -> choice.label().in(language)).orElse("");
      case COUNT -> value;
      case MOMENT -> WrittenTime.parse(value).map(at -> WrittenTime.of(at, language)).orElse(value);
    };
  }
}
