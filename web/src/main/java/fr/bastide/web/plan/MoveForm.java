package fr.bastide.web.plan;

import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.PlanItem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/// What was typed to move a measure on.
///
/// @param state the name of the new state
/// @param due the new due date, `2026-11-24`; empty to keep the present one
/// @param evidence the name of the level of evidence; empty for none
/// @param note the reason of a refusal, or what to know
/// @param seen the version of the item that the person saw
/// @param back where to go afterwards: `body`, `board`, anything else is the plan
public record MoveForm(
    String state, String due, String evidence, String note, int seen, String back) {

  /// A form filled with where a measure is.
  ///
  /// @param to the state proposed; empty for the present one
  static MoveForm of(PlanItem item, String to, String back) {
    return new MoveForm(
        to.isEmpty() ? item.state().name() : to,
        item.due().toString(),
        item.evidence().map(Enum::name).orElse(""),
        item.note(),
        item.version(),
        back);
  }

  /// The same, sent on from a newer version of the item.
  MoveForm over(PlanItem newer) {
    return new MoveForm(state, due, evidence, note, newer.version(), back);
  }

  /// Whether this state is chosen.
  public boolean is(PlanItem.State other) {
    return other.name().equals(state);
  }

  /// Whether this level of evidence is chosen.
  public boolean shows(EvidenceLevel level) {
    return level.name().equals(evidence);
  }

  /// What to do.
  ///
  /// @throws Invalid when a field cannot be read
  PlanDesk.Move read(String measure) {
    PlanItem.State to =
        Stream.of(PlanItem.State.values())
            .filter(this::is)
            .findFirst()
            .orElseThrow(() ->
                new Invalid(
                    "state",
                    new Text("Dites où en est cette mesure.", "Say where this measure is.")));
    Optional<EvidenceLevel> level =
        Stream.of(EvidenceLevel.values()).filter(this::shows).findFirst();
    return new PlanDesk.Move(measure, to, day(), level, note);
  }

  private Optional<LocalDate> day() {
    if (due.isBlank()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(due.strip());
      if (day.getYear() >= 2000 && day.getYear() < 2100) {
        return Optional.of(day);
      }
    } catch (DateTimeParseException unreadable) {
      Invalid invalid = wrongDay();
      invalid.initCause(unreadable);
      throw invalid;
    }
    throw wrongDay();
  }

  private static Invalid wrongDay() {
    return new Invalid(
        "due",
        new Text(
            "Indiquez une date de ce siècle, par exemple 2026-12-31.",
            "Give a date of this century, for example 2026-12-31."));
  }
}
