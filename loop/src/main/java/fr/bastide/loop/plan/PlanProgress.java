package fr.bastide.loop.plan;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.loop.assess.AssessmentDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// How far a plan has come: its assessment as it would be answered on a day, each measure done
/// raising its answers on the evidence that was given when it was moved to done.
///
/// @param referential what the measures change
/// @param today the day for which it is answered
record PlanProgress(Referential referential, LocalDate today) {

  /// The day of a moment.
  static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, AssessmentDesk.ZONE);
  }

  /// The sheet of a plan's assessment, with what is done by now.
  AnswerSheet of(AnswerSheet sheet, StoredPlan plan) {
    LocalDate at = sheet.at().isAfter(today) ? sheet.at() : today;
    AnswerSheet raised = new AnswerSheet(sheet.depth(), sheet.size(), at, sheet.answers());
    for (PlanItem item : plan.items()) {
      Optional<Measure> measure = referential.measure(item.measure());
      if (item.state() == PlanItem.State.DONE && measure.isPresent()) {
        Evidence evidence =
            Evidence.of(item.evidence().orElse(EvidenceLevel.DECLARED), day(item.changedAt()));
        for (var effect : measure.get().effects()) {
          raised = raise(raised, effect.question(), effect.choice(), evidence);
        }
      }
    }
    return raised;
  }

  private AnswerSheet raise(
      AnswerSheet sheet, String questionId, String choice, Evidence evidence) {
    Optional<Question> question = referential.question(questionId);
    if (question.isEmpty()) {
      return sheet;
    }
    int present =
        switch (sheet.answer(questionId)) {
          case Answer.Given given -> question.get().rank(given.choice());
          case Answer.Unknown _ -> -1;
          case Answer.NotApplicable none -> none.acceptedBy().isPresent() ? Integer.MAX_VALUE : -1;
        };
    return question.get().rank(choice) > present
        ? sheet.with(questionId, new Answer.Given(choice, evidence))
        : sheet;
  }
}
