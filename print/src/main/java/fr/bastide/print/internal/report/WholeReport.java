package fr.bastide.print.internal.report;

import fr.bastide.print.plot.Plot;
import java.util.List;
import java.util.Optional;

/// The whole report of the referent.
///
/// @param frame what stands around it
/// @param gauge the score
/// @param themes the themes as bars
/// @param meaning what the grade means
/// @param caps what bounds the grade; empty when nothing does
/// @param answers every question, by theme
/// @param plan the plan, when there is one
/// @param glossary terms and definitions
public record WholeReport(
    Frame frame,
    Plot gauge,
    Plot themes,
    String meaning,
    List<CapRow> caps,
    List<ThemeAnswers> answers,
    Optional<PlanPart> plan,
    List<Term> glossary) {

  /// A cap in force.
  ///
  /// @param grade the best grade possible
  /// @param reason why
  /// @param question what to work on
  public record CapRow(String grade, String reason, String question) {}

  /// The answers of one theme.
  ///
  /// @param id the theme's identifier
  /// @param name its name
  /// @param score its score with the interval
  /// @param rows one for each question
  public record ThemeAnswers(String id, String name, String score, List<AnswerRow> rows) {}

  /// A question with its answer.
  ///
  /// @param id the question's identifier
  /// @param question the question
  /// @param answer the answer
  /// @param evidence what stands behind it
  /// @param cost points it costs
  /// @param references identifiers in the frameworks of the field; may be empty
  public record AnswerRow(
      String id, String question, String answer, String evidence, String cost, String references) {}

  /// The plan.
  ///
  /// @param lead what it brings
  /// @param cost what it takes
  /// @param limits what it may spend, when known
  /// @param steps in order
  /// @param timelines the schedule; on paper, as many pictures as fit their pages
  /// @param curve the budget curve, when computed
  /// @param left the other measures
  /// @param proof how sure it is
  public record PlanPart(
      String lead,
      String cost,
      Optional<String> limits,
      List<StepRow> steps,
      List<Plot> timelines,
      Optional<Plot> curve,
      List<LeftRow> left,
      String proof) {}

  /// A step of the plan.
  ///
  /// @param number its place
  /// @param name the measure
  /// @param marks urgent, quick win…; may be empty
  /// @param firstStep how to begin
  /// @param setup price once
  /// @param yearly price a year
  /// @param days person-days
  /// @param when by when
  /// @param gain points won
  public record StepRow(
      String number,
      String name,
      String marks,
      String firstStep,
      String setup,
      String yearly,
      String days,
      String when,
      String gain) {}

  /// A measure left out.
  ///
  /// @param name the measure
  /// @param reason why it is not in the plan
  public record LeftRow(String name, String reason) {}

  /// A term of the glossary.
  ///
  /// @param term the term
  /// @param text what it means
  public record Term(String term, String text) {}
}
