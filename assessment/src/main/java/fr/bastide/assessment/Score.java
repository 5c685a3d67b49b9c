package fr.bastide.assessment;

import java.util.List;
import java.util.Optional;

/// The cyber score of an answer sheet: an interval, a grade, and where each point comes from.
///
/// @param scaleVersion the scale it was computed with
/// @param total the whole, 0 to 100
/// @param grade the grade after caps
/// @param uncapped the grade that `total` alone would give
/// @param caps the caps that bite, worst first; empty when none lowers the grade
/// @param themes one for each theme that the depth asks about
/// @param questions one for each question of the depth, in order
public record Score(
    String scaleVersion,
    Interval total,
    Grade grade,
    Grade uncapped,
    List<CapBite> caps,
    List<ThemeScore> themes,
    List<QuestionScore> questions) {

  public Score {
    caps = List.copyOf(caps);
    themes = List.copyOf(themes);
    questions = List.copyOf(questions);
  }

  /// The identifier of the cap for vital questions whose answer is only said, not checked.
  public static final String VITAL_EVIDENCE = "vital-evidence";

  /// What is proven, what is likely, what is possible: `low <= point <= high`.
  public record Interval(double low, double point, double high) {}

  /// A cap in force.
  ///
  /// @param id the cap's identifier, or [Score#VITAL_EVIDENCE] for a vital question that is only
  ///   said
  /// @param question the question to work on
  /// @param grade the best grade possible until then
  public record CapBite(String id, String question, Grade grade) {}

  /// The score of one theme, 0 to 100, and what it costs the whole.
  ///
  /// @param theme the theme's identifier
  /// @param score its interval
  /// @param cost points of the total that would be won if this theme were perfect
  public record ThemeScore(String theme, Interval score, double cost) {}

  /// What one question brings, 0 to 1, and what it costs.
  ///
  /// @param question the question's identifier
  /// @param standing how it was counted
  /// @param value its interval, 0 to 1
  /// @param cost points of the total's `point` that would be won if it counted 1 and all else
  ///   stayed; what it opens or closes elsewhere shows in the cost of those questions
  /// @param trust the level of evidence that counted, after expiry
  public record QuestionScore(
      String question,
      Standing standing,
      Interval value,
      double cost,
      Optional<EvidenceLevel> trust) {}

  /// How a question was counted.
  public enum Standing {
    /// A choice was given.
    ANSWERED,
    /// Nobody knows, or nobody answered.
    UNKNOWN,
    /// Not asked: what it would refine is missing, so it counts at its worst.
    MOOT,
    /// Not asked: nothing to protect, so it counts at its best.
    NOT_EXPOSED,
    /// Not applicable, accepted by a second person: counts at its best.
    NOT_APPLICABLE,
    /// Not applicable, not yet accepted: counts as unknown.
    NOT_APPLICABLE_PENDING
  }

  /// The score of one theme, if the depth asks about it.
  public Optional<ThemeScore> theme(String theme) {
    return themes.stream().filter(t -> t.theme().equals(theme)).findFirst();
  }
}
