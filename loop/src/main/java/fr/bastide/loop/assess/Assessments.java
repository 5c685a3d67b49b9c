package fr.bastide.loop.assess;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AssessmentId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The assessments that are kept, with their answers. Port.
public interface Assessments {

  /// Keeps a new assessment.
  ///
  /// @throws fr.bastide.loop.Conflict when the body has another one that is still open
  void add(Assessment assessment);

  /// The assessment with this identifier, if the caller may see it.
  Optional<Assessment> find(AssessmentId id);

  /// The same, held until the transaction ends: it does not change in between, and nobody else
  /// holds it.
  Optional<Assessment> hold(AssessmentId id);

  /// The assessments of a body, newest first.
  List<Assessment> ofBody(BodyId body);

  /// The present answers, by question.
  Map<String, StoredAnswer> answers(AssessmentId id);

  /// Keeps an answer if the present one still has the version that its author saw: 0 for none. An
  /// answer that comes too late is kept in the history alone.
  ///
  /// @param answer the answer; its version is given by this call
  /// @param seen the version its author saw
  /// @throws fr.bastide.loop.Conflict when the assessment is completed
  /// @throws fr.bastide.loop.NotFound when there is no answer yet and `seen` is not 0
  Saved save(AssessmentId id, StoredAnswer answer, int seen);

  /// Keeps the first answers of an assessment that has none yet, each with the version it carries:
  /// what is carried over from the one before.
  void addAnswers(AssessmentId id, Collection<StoredAnswer> answers);

  /// Every answer that was ever sent to a question, newest first, those that came too late
  /// included.
  List<PastAnswer> history(AssessmentId id, String question);

  /// Keeps the latest result of an assessment; does nothing once it is completed.
  void setResult(AssessmentId id, Result result);

  /// Closes an assessment; it can no longer change.
  ///
  /// @return whether this call closed it
  boolean complete(AssessmentId id, Instant at, Result result);

  /// An answer in the history.
  ///
  /// @param answer the answer
  /// @param tooLate whether it came too late to count
  record PastAnswer(StoredAnswer answer, boolean tooLate) {}
}
