package fr.bastide.assessment;

import fr.bastide.kernel.BodySize;
import java.time.LocalDate;
import java.util.Map;

/// All the answers of a body on one day, at one depth.
///
/// @param depth how far the assessment goes
/// @param size the body's size, on which costs depend
/// @param at the day for which it is scored: evidence past its expiry counts as declared
/// @param answers by question identifier; a question without one is unknown, and answers to
///   questions that this depth or the conditions do not ask count for nothing
public record AnswerSheet(Depth depth, BodySize size, LocalDate at, Map<String, Answer> answers) {

  public AnswerSheet {
    answers = Map.copyOf(answers);
  }

  /// The answer to a question, [Answer#UNKNOWN] when there is none.
  public Answer answer(String question) {
    return answers.getOrDefault(question, Answer.UNKNOWN);
  }

  /// The same sheet with one answer replaced.
  public AnswerSheet with(String question, Answer answer) {
    Map<String, Answer> changed = new java.util.HashMap<>(answers);
    changed.put(question, answer);
    return new AnswerSheet(depth, size, at, changed);
  }
}
