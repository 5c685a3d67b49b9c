package fr.bastide.assessment.internal;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Effect;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which measures could raise an answer above what counts for `low` today.
///
/// What counts today for `low` never rises when an answer becomes unknown, be it the question's own
/// or one that opens it; so hiding an answer never removes a candidate.
final class PlanCandidates {

  private static final double SAME = 1e-12;

  private PlanCandidates() {}

  /// The candidates, in the order of the referential.
  static List<Measure> of(Referential referential, Scoring scoring, AnswerSheet sheet) {
    Map<String, Double> today = new HashMap<>();
    for (Score.QuestionScore question : scoring.score(sheet).questions()) {
      today.put(question.question(), question.value().low());
    }
    return referential.measures().values().stream()
        .filter(m ->
            m.effects().stream()
                .filter(e -> !reached(referential, sheet, e))
                .anyMatch(e -> raises(referential, scoring, today, m, e)))
        .toList();
  }

  /// Whether the body already says as much: a measure is not bought to prove an answer.
  private static boolean reached(Referential referential, AnswerSheet sheet, Effect effect) {
    return sheet.answer(effect.question()) instanceof Answer.Given given
        && referential
            .question(effect.question())
            .filter(q -> q.rank(given.choice()) >= q.rank(effect.choice()))
            .isPresent();
  }

  private static boolean raises(
      Referential referential,
      Scoring scoring,
      Map<String, Double> today,
      Measure measure,
      Effect effect) {
    Double counts = today.get(effect.question());
    if (counts == null) {
      return false;
    }
    double value =
        referential
            .question(effect.question())
            .flatMap(q -> q.choice(effect.choice()))
            .map(c -> c.value() * scoring.lowTrust[measure.evidence().ordinal()])
            .orElse(0.0);
    return value > counts + SAME;
  }
}
