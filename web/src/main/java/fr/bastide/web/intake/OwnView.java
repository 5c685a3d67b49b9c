package fr.bastide.web.intake;

import fr.bastide.incident.reflex.Contact;
import fr.bastide.incident.reflex.Suggestion;
import fr.bastide.loop.intake.Hours;
import fr.bastide.loop.intake.Report;
import fr.bastide.loop.intake.ReportForm;
import fr.bastide.loop.intake.ReportView;
import fr.bastide.web.admin.Wrong;
import java.util.List;
import java.util.Optional;

/// A report as whoever reported sees it.
///
/// @param form what is asked
/// @param view the report with its conversation
/// @param path its address on this site, with the secret
/// @param link its whole address, to be kept
/// @param cards the cards that fit what was seen, the likeliest first
/// @param openness whether the centre answers now
/// @param done what was just done, if anything
/// @param wrong what could not be done, if so
public record OwnView(
    ReportForm form,
    ReportView view,
    String path,
    String link,
    List<Suggestion> cards,
    Hours.Openness openness,
    Optional<Done> done,
    Optional<Wrong> wrong) {

  /// What was just done.
  public enum Done {
    SAID,
    SENT,
    RENEWED
  }

  /// The report.
  public Report report() {
    return view.report();
  }

  /// The numbers that stay in sight.
  public List<Contact> numbers() {
    return StepView.numbers(form, report().answers());
  }

  /// Whether anything of a step was answered.
  public boolean answered(ReportForm.Step step) {
    return step.keys().stream().anyMatch(key -> !report().answer(key).isEmpty());
  }

  /// The first step without an answer, if there is one.
  public Optional<ReportForm.Step> next() {
    return form.steps().stream().filter(step -> !answered(step)).findFirst();
  }
}
