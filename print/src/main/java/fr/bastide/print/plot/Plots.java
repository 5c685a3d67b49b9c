package fr.bastide.print.plot;

import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Scale;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.Planner.BudgetPoint;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Money;
import fr.bastide.print.internal.Words;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws every plot of Bastide, the same for pages and for paper. Thread-safe.
///
/// @param language in which titles, descriptions, tables and numbers are written
/// @param palette where the colours come from
/// @param idPrefix begins the identifiers inside the pictures, so that several fit on one page;
///   letters, digits and hyphens
public record Plots(Language language, Palette palette, String idPrefix) {

  public Plots {
    boolean plain =
        idPrefix.chars().allMatch(c -> c == '-' || (c < 128 && Character.isLetterOrDigit(c)));
    if (idPrefix.isEmpty() || !plain) {
      throw new IllegalArgumentException("not an identifier prefix: " + idPrefix);
    }
  }

  /// Plots for a page that shows each kind once.
  public static Plots forPage(Language language) {
    return new Plots(language, Palette.TOKENS, "plot");
  }

  /// Plots for paper.
  public static Plots forPaper(Language language) {
    return new Plots(language, Palette.PAPER, "plot");
  }

  /// The score as a number, its grade among the five letters, and its interval on the scale.
  public Plot gauge(Score score, Scale scale) {
    return ScoreGauge.draw(this, score, scale);
  }

  /// The grade alone: a letter in its tile, to stand beside a name.
  public Plot grade(Grade grade) {
    return GradeTiles.badge(this, grade);
  }

  /// One bar with its interval for each theme.
  public Plot themeBars(Score score, Referential referential) {
    return ThemeBars.draw(this, score, referential);
  }

  /// The themes as a radar; with fewer than three themes, bars.
  public Plot themeRadar(Score score, Referential referential) {
    return score.themes().size() < 3
        ? themeBars(score, referential)
        : ThemeRadar.draw(this, score, referential);
  }

  /// The best reachable score for rising budgets.
  ///
  /// @param points by rising budget, at least one
  /// @param chosen the budget of the plan, marked on the curve
  public Plot budgetCurve(List<BudgetPoint> points, Optional<Money> chosen) {
    return BudgetCurve.draw(this, points, chosen);
  }

  /// The scores over time; points of different scale versions or depths are not joined.
  ///
  /// @param points by rising date, at least one
  public Plot history(List<HistoryPoint> points) {
    return ScoreHistory.draw(this, points);
  }

  /// The steps of a plan, month by month.
  ///
  /// @param start the first month
  public Plot timeline(Plan plan, Referential referential, YearMonth start) {
    return PlanTimeline.draw(this, plan, referential, start);
  }

  /// How many bodies have each grade.
  ///
  /// @param area the territory's name
  /// @param counts bodies by grade; a missing grade counts none
  /// @param unassessed bodies without a score; 0 when there is none or nobody knows, and then not
  ///   drawn
  public Plot grades(String area, Map<Grade, Integer> counts, int unassessed) {
    return GradeHistogram.draw(this, area, counts, unassessed);
  }

  Figures figures() {
    return new Figures(language);
  }

  String say(String key, Object... arguments) {
    return Words.in(language).say(key, arguments);
  }

  String count(String key, long number) {
    return Words.in(language).count(key, language, number);
  }

  Canvas canvas(int width, int height) {
    return new Canvas(width, height, palette);
  }

  Plot plot(String kind, Canvas canvas, String title, String description, PlotTable table) {
    return new Plot(
        canvas.svg(idPrefix + "-" + kind, title, description), title, description, table);
  }
}
