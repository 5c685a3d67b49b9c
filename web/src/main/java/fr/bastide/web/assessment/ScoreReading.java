package fr.bastide.web.assessment;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Scorer;
import fr.bastide.loop.assess.AssessmentView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A score with the reasons of each of its points.
///
/// @param questionnaire the assessment and its answers
/// @param caps what bounds the grade
/// @param themes what each theme costs, dearest first
/// @param earlier the assessment before, if there is one
public record ScoreReading(
    Questionnaire questionnaire,
    List<CapReading> caps,
    List<ThemeReading> themes,
    Optional<Earlier> earlier) {

  public ScoreReading {
    caps = List.copyOf(caps);
    themes = List.copyOf(themes);
  }

  static ScoreReading of(Questionnaire questionnaire, Scorer scorer, Optional<Earlier> earlier) {
    Referential referential = questionnaire.referential();
    AssessmentView view = questionnaire.view();
    List<QuestionReading> questions =
        view.score().questions().stream()
            .map(q -> QuestionReading.of(q, view.sheet(), referential))
            .map(q -> q.withEvidenceGain(view.sheet(), view.score(), scorer))
            .sorted(Comparator.comparingDouble((QuestionReading q) -> -q.score().cost()))
            .toList();
    List<ThemeReading> themes =
        view.score().themes().stream()
            .sorted(Comparator.comparingDouble((Score.ThemeScore t) -> -t.cost()))
            .flatMap(score ->
                referential
                    .theme(score.theme())
                    .map(theme ->
                        new ThemeReading(
                            theme,
                            score,
                            questions.stream()
                                .filter(q -> q.question().theme().equals(theme.id()))
                                .toList()))
                    .stream())
            .toList();
    return new ScoreReading(
        questionnaire, CapReading.all(view.score(), referential), themes, earlier);
  }

  /// The score.
  public Score score() {
    return questionnaire.view().score();
  }
}
