package fr.bastide.web.assessment;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Scorer;

/// One question as it counts: the answer, what it costs, and what evidence would bring.
///
/// @param question the question
/// @param answer what was answered
/// @param score how it was counted
/// @param evidenceGain points that a real trial of the present answer would add; 0 when it has no
///   weight, or is tried already
public record QuestionReading(
    Question question, Answer answer, Score.QuestionScore score, double evidenceGain) {

  /// A question of a sheet, without looking at what evidence would bring.
  public static QuestionReading of(
      Score.QuestionScore score, AnswerSheet sheet, Referential referential) {
    Question question = referential.question(score.question()).orElseThrow();
    return new QuestionReading(question, sheet.answer(question.id()), score, 0);
  }

  /// The same with what evidence would bring: the sheet is scored once more with the answer tried
  /// for real on the day of the sheet.
  QuestionReading withEvidenceGain(AnswerSheet sheet, Score whole, Scorer scorer) {
    if (score.standing() != Score.Standing.ANSWERED
        || score.trust().filter(EvidenceLevel.BACK_TESTED::equals).isPresent()
        || !(answer instanceof Answer.Given given)) {
      return this;
    }
    AnswerSheet tried =
        sheet.with(
            question.id(),
            new Answer.Given(given.choice(), Evidence.of(EvidenceLevel.BACK_TESTED, sheet.at())));
    double gain = scorer.score(tried).total().point() - whole.total().point();
    return new QuestionReading(question, answer, score, Math.max(0, gain));
  }
}
