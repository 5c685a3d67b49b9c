package fr.bastide.loop.assess;

import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Score;
import fr.bastide.loop.body.Body;
import java.util.List;
import java.util.Map;

/// An assessment with all that its pages show.
///
/// @param body who is assessed
/// @param assessment the assessment
/// @param answers the present answers, by question
/// @param sheet the same as the engine takes them
/// @param score the score today, or on the day of completion
/// @param attachments the files, oldest first
public record AssessmentView(
    Body body,
    Assessment assessment,
    Map<String, StoredAnswer> answers,
    AnswerSheet sheet,
    Score score,
    List<Attachment> attachments) {

  public AssessmentView {
    answers = Map.copyOf(answers);
    attachments = List.copyOf(attachments);
  }
}
