package fr.bastide.web.plan;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.plan.Plan;
import java.util.Optional;

/// A measure as its page shows it.
///
/// @param plan the plan in force
/// @param measure the measure
/// @param row where it is; empty when the plan left it out
/// @param leftOut why it was left out, if it was
/// @param form what was typed, or what to start from
/// @param wrong what is wrong with it, if anything
/// @param late whether somebody else moved it in the meantime
public record MeasureReading(
    PlanScreen plan,
    Measure measure,
    Optional<PlanRow> row,
    Optional<Plan.WhyNot> leftOut,
    Optional<MoveForm> form,
    Optional<WrongField> wrong,
    boolean late) {

  /// The same with what was typed and what is wrong with it.
  public MeasureReading typed(MoveForm typed, WrongField what) {
    return new MeasureReading(
        plan, measure, row, leftOut, Optional.of(typed), Optional.of(what), false);
  }

  /// The same with what was typed, to be sent again over what somebody else did.
  public MeasureReading tooLate(MoveForm typed) {
    return new MeasureReading(
        plan,
        measure,
        row,
        leftOut,
        row.map(present -> typed.over(present.item())),
        Optional.empty(),
        true);
  }

  /// Whether what is wrong concerns this field.
  public boolean wrong(String field) {
    return wrong.filter(one -> one.field().equals(field)).isPresent();
  }
}
