package fr.bastide.web.assessment;

import fr.bastide.assessment.Score;
import fr.bastide.assessment.Theme;

/// How far the answers of a theme have come.
///
/// @param theme the theme
/// @param answered questions somebody answered, *I don't know* included
/// @param asked questions asked now
/// @param unknown answers that count as unknown
/// @param score the theme's score
public record ThemeProgress(
    Theme theme, int answered, int asked, int unknown, Score.ThemeScore score) {

  /// Whether nothing is left to answer.
  public boolean done() {
    return answered == asked;
  }
}
