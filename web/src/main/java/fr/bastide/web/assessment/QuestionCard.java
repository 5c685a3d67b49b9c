package fr.bastide.web.assessment;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Score;
import fr.bastide.loop.assess.Attachment;
import fr.bastide.loop.assess.StoredAnswer;
import java.util.List;
import java.util.Optional;

/// One question on the page of its theme.
///
/// @param question the question
/// @param score how it counts now
/// @param gate the question that decides whether this one is asked, when it is not asked
/// @param stored the present answer
/// @param carried whether the present answer was carried over from an earlier assessment
/// @param form what the form shows: the present answer, or what was just typed
/// @param files the files behind it, oldest first
/// @param rights what the caller may do
/// @param full whether the assessment is a full audit, which asks for evidence
/// @param outcome what became of what was just sent
public record QuestionCard(
    Question question,
    Score.QuestionScore score,
    Optional<Question> gate,
    Optional<StoredAnswer> stored,
    boolean carried,
    AnswerForm form,
    List<Attachment> files,
    Rights rights,
    boolean full,
    Outcome outcome) {

  public QuestionCard {
    files = List.copyOf(files);
  }

  /// Whether it is asked at all.
  public boolean asked() {
    return Questionnaire.asked(score, stored);
  }

  /// The element it is in.
  public String anchor() {
    return AssessmentPath.anchor(question);
  }

  /// The identifier of one of its fields.
  public String field(String name) {
    return name + "-" + AssessmentPath.slug(question);
  }

  /// Whether a choice is the one shown.
  public boolean chosen(String choice) {
    return form.choice().equals(choice);
  }

  /// Whether *not applicable* waits for a second person.
  public boolean pending() {
    return stored
        .map(StoredAnswer::answer)
        .filter(Answer.NotApplicable.class::isInstance)
        .map(Answer.NotApplicable.class::cast)
        .filter(none -> none.acceptedBy().isEmpty())
        .isPresent();
  }

  /// Whether the caller may be that second person.
  public boolean acceptable() {
    return pending()
        && rights.accept()
        && !stored.map(StoredAnswer::author).equals(rights.person());
  }

  /// What is wrong with a field; empty when nothing is.
  public Optional<Outcome.Wrong> wrong(String field) {
    return outcome instanceof Outcome.Wrong wrong && wrong.field().equals(field)
        ? Optional.of(wrong)
        : Optional.empty();
  }

  /// What somebody else answered in the meantime.
  public Optional<Outcome.Stale> stale() {
    return outcome instanceof Outcome.Stale stale ? Optional.of(stale) : Optional.empty();
  }

  /// Whether the evidence is worth showing at once.
  public boolean proofOpen() {
    return full
        || form.proved()
        || !form.note().isEmpty()
        || !form.date().isEmpty()
        || !form.expires().isEmpty()
        || !files.isEmpty();
  }

  QuestionCard with(AnswerForm typed, Outcome became) {
    return new QuestionCard(
        question, score, gate, stored, carried, typed, files, rights, full, became);
  }
}
