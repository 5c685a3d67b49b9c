package fr.bastide.web.intake;

import fr.bastide.incident.reflex.Suggestion;
import fr.bastide.kernel.Language;
import fr.bastide.loop.intake.Report;
import fr.bastide.loop.intake.ReportForm;
import fr.bastide.loop.intake.ReportView;
import fr.bastide.web.admin.Wrong;
import java.util.List;
import java.util.Optional;

/// A report as an operator sees it.
///
/// @param form what was asked
/// @param view the report with its conversation and files
/// @param cards the cards that fit what was seen
/// @param opensCases whether it can become a case here
/// @param link the new link that was just made, shown this once
/// @param saved whether something was just done
/// @param wrong what could not be done, if so
public record DeskView(
    ReportForm form,
    ReportView view,
    List<Suggestion> cards,
    boolean opensCases,
    Optional<String> link,
    boolean saved,
    Optional<Wrong> wrong) {

  /// The report.
  public Report report() {
    return view.report();
  }

  /// Its address.
  public String path() {
    return "/desk/reports/" + report().id();
  }

  /// The answers as one reads them in a language.
  public List<AnswerLine> answers(Language language) {
    return AnswerLine.of(report(), form, language);
  }
}
