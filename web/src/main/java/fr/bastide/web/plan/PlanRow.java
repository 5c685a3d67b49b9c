package fr.bastide.web.plan;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.loop.plan.PlanItem;
import java.util.Optional;

/// One measure of a plan, as its pages show it.
///
/// @param measure what one does
/// @param item where it is
/// @param step its place in the plan; empty for what was done or refused from the start
/// @param late whether its due date is over and it still waits
public record PlanRow(Measure measure, PlanItem item, Optional<Plan.Step> step, boolean late) {

  /// Whether it is still to be done.
  public boolean waits() {
    return switch (item.state()) {
      case TO_DO, DOING -> true;
      case DONE, REFUSED -> false;
    };
  }

  /// Whether it is one of the three to do first.
  public boolean urgent() {
    return step.filter(Plan.Step::urgent).isPresent();
  }

  /// Whether it costs nearly nothing and is soon done.
  public boolean quickWin() {
    return step.filter(Plan.Step::quickWin).isPresent();
  }
}
