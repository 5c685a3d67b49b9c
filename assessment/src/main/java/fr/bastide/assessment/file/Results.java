package fr.bastide.assessment.file;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.internal.CsvResults;
import fr.bastide.assessment.internal.JsonResults;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.TerritoryPlan;
import fr.bastide.kernel.Language;
import java.util.List;
import java.util.Optional;

/// Writes a score, and a plan if there is one, in open formats.
public final class Results {

  private Results() {}

  /// A JSON object with `body`, `score` and, when there is a plan, `plan`; names in both languages.
  /// Points are 0 to 100, values of questions 0 to 1, money in euros tax excluded.
  public static String json(
      AnswerFile file, Referential referential, Score score, Optional<Plan> plan) {
    return new JsonResults(file, referential, score).write(plan);
  }

  /// One JSON object for several bodies that share a budget: `plans` with an object as above for
  /// each body in its order, what they `spent` together, the measures at `fullPrice` because too
  /// few of them take them, and the `proof` of the sum of the scores.
  ///
  /// @param files the bodies, in the order of the plans
  public static String json(
      List<AnswerFile> files, Referential referential, TerritoryPlan territory) {
    return JsonResults.write(files, referential, territory);
  }

  /// A CSV table (RFC 4180, UTF-8, decimal points) with one row for the total, each theme, each
  /// question, each cap, and each measure of the plan; the first column says which. Cells that a
  /// spreadsheet could take for a formula begin with an apostrophe.
  public static String csv(
      AnswerFile file,
      Referential referential,
      Score score,
      Optional<Plan> plan,
      Language language) {
    return new CsvResults(file, referential, score, language).write(plan);
  }
}
