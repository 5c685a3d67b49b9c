package fr.bastide.web.intake;

import fr.bastide.incident.reflex.Contact;
import fr.bastide.incident.reflex.Suggestion;
import fr.bastide.loop.intake.Hours;
import fr.bastide.loop.intake.Report;
import fr.bastide.loop.intake.ReportForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One step of the form as somebody fills it in.
///
/// @param form what is asked
/// @param step the step
/// @param values what was answered so far, by key
/// @param action where it is sent
/// @param report the report, once there is one
/// @param cards the cards that fit what was seen; none before there is a report
/// @param openness whether the centre answers now
/// @param door what the first page carries; empty on the others
public record StepView(
    ReportForm form,
    ReportForm.Step step,
    Map<String, String> values,
    String action,
    Optional<Report> report,
    List<Suggestion> cards,
    Hours.Openness openness,
    Optional<Door> door) {

  /// What the first page carries against robots and double sending.
  ///
  /// @param ticket the ticket
  /// @param box the name of the box to tick, when one has to confirm
  public record Door(String ticket, Optional<String> box) {}

  /// The field that no person sees, and that robots fill in.
  public static final String TRAP = "website";

  /// The number of the step, from 1.
  public int number() {
    return form.steps().indexOf(step) + 1;
  }

  /// How many steps there are.
  public int last() {
    return form.steps().size();
  }

  /// The numbers that stay in sight.
  public List<Contact> numbers() {
    return numbers(form, values);
  }

  static List<Contact> numbers(ReportForm form, Map<String, String> answers) {
    return form.calls(answers).stream()
        .map(ReportForm.Call::contact)
        .filter(contact -> !contact.numbers().isEmpty())
        .limit(2)
        .toList();
  }

  /// An answer; empty when there is none.
  public String value(String key) {
    return values.getOrDefault(key, "");
  }

  /// The address of the step before; empty on the first page.
  public Optional<String> back() {
    return report.isEmpty()
        ? Optional.empty()
        : form.before(step)
            .map(before -> action.substring(0, action.lastIndexOf('/') + 1) + before.id());
  }

  /// The address one goes on to; empty on the first page, where nobody knows it yet.
  public String next() {
    return own()
        .map(own -> form.after(step).map(after -> own + "/" + after.id()).orElse(own))
        .orElse("");
  }

  /// The address of the report; empty before there is one.
  public Optional<String> own() {
    return report.isEmpty()
        ? Optional.empty()
        : Optional.of(action.substring(0, action.lastIndexOf('/')));
  }
}
