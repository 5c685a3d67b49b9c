package fr.bastide.loop.assess;

import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Score;
import java.util.Map;
import java.util.stream.Collectors;

/// The few figures of a score that lists and histories need.
///
/// @param scale the version of the scale; results of two scales are never compared
/// @param total the whole, 0 to 100
/// @param grade after caps
/// @param themes the `point` of each theme, 0 to 100
/// @param answered how many questions have an answer that counts
/// @param asked how many are asked
public record Result(
    String scale,
    Score.Interval total,
    Grade grade,
    Map<String, Double> themes,
    int answered,
    int asked) {

  public Result {
    themes = Map.copyOf(themes);
  }

  /// The result of a score.
  public static Result of(Score score) {
    int asked = 0;
    int answered = 0;
    for (Score.QuestionScore question : score.questions()) {
      switch (question.standing()) {
        case ANSWERED, NOT_APPLICABLE -> {
          asked++;
          answered++;
        }
        case UNKNOWN, NOT_APPLICABLE_PENDING -> asked++;
        case MOOT, NOT_EXPOSED -> {}
      }
    }
    Map<String, Double> themes =
        score.themes().stream()
            .collect(Collectors.toMap(Score.ThemeScore::theme, theme -> theme.score().point()));
    return new Result(score.scaleVersion(), score.total(), score.grade(), themes, answered, asked);
  }
}
