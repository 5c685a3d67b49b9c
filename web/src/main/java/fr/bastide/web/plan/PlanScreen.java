package fr.bastide.web.plan;

import fr.bastide.assessment.plan.Plan;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.loop.plan.PlanView;
import fr.bastide.loop.plan.StoredPlan;
import fr.bastide.web.body.Moments;
import fr.bastide.web.body.Scene;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;

/// A plan as its pages show it.
///
/// @param scene the body and the rights of whoever looks
/// @param view the plan with its scores
/// @param rows its measures, in the order of the plan
/// @param inForce whether it is the newest one of the body; older ones are only read
public record PlanScreen(Scene scene, PlanView view, List<PlanRow> rows, boolean inForce) {

  public PlanScreen {
    rows = List.copyOf(rows);
  }

  /// The plan as it is kept.
  public StoredPlan stored() {
    return view.plan();
  }

  /// The measures, why these, and the proof.
  public Plan plan() {
    return view.plan().plan();
  }

  /// The month in which the plan starts.
  public YearMonth start() {
    return YearMonth.from(Moments.on(stored().createdAt()));
  }

  /// Whether buttons that move a measure are shown.
  public boolean moves() {
    return inForce && scene.may(Act.FOLLOW_PLAN);
  }

  /// The measures in one state.
  public List<PlanRow> in(PlanItem.State state) {
    return only(row -> row.item().state() == state);
  }

  /// The most urgent that wait.
  public List<PlanRow> urgent() {
    return only(row -> row.waits() && row.urgent());
  }

  /// The quick wins that wait, urgent ones apart.
  public List<PlanRow> quickWins() {
    return only(row -> row.waits() && !row.urgent() && row.quickWin());
  }

  /// The others that wait.
  public List<PlanRow> later() {
    return only(row -> row.waits() && !row.urgent() && !row.quickWin());
  }

  private List<PlanRow> only(Predicate<PlanRow> kept) {
    return rows.stream().filter(kept).toList();
  }
}
