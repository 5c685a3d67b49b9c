package fr.bastide.print;

import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.assessment.file.AnswerFile.AssessedBody;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.Planner.BudgetPoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// All that a report says; whoever has it needs neither server nor database.
///
/// @param body who is assessed
/// @param referential what was asked
/// @param sheet what was answered
/// @param score where the body stands
/// @param plan what to do, when it was computed
/// @param limits what the plan may spend, when known
/// @param curve the score against the budget; empty when it was not computed
/// @param date the day of the report; the plan starts in its month
/// @param example whether the body is made up: the report then says so on every page
public record ReportContent(
    AssessedBody body,
    Referential referential,
    AnswerSheet sheet,
    Score score,
    Optional<Plan> plan,
    Optional<Limits> limits,
    List<BudgetPoint> curve,
    LocalDate date,
    boolean example) {

  public ReportContent {
    curve = List.copyOf(curve);
  }

  /// The report of an answer file.
  public static ReportContent of(
      AnswerFile file,
      Referential referential,
      Score score,
      Optional<Plan> plan,
      Optional<Limits> limits,
      LocalDate date) {
    return new ReportContent(
        file.body(), referential, file.sheet(), score, plan, limits, List.of(), date, false);
  }

  /// The same with a budget curve.
  public ReportContent withCurve(List<BudgetPoint> points) {
    return new ReportContent(body, referential, sheet, score, plan, limits, points, date, example);
  }
}
