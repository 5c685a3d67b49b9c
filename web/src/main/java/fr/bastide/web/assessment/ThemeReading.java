package fr.bastide.web.assessment;

import fr.bastide.assessment.Score;
import fr.bastide.assessment.Theme;
import java.util.List;

/// A theme of a score with its questions, dearest first.
///
/// @param theme the theme
/// @param score its score
/// @param questions what each question costs
public record ThemeReading(Theme theme, Score.ThemeScore score, List<QuestionReading> questions) {

  public ThemeReading {
    questions = List.copyOf(questions);
  }
}
