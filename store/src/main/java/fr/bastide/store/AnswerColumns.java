package fr.bastide.store;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.assess.StoredAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How an answer lies in columns.
///
/// @param kind `GIVEN`, `UNKNOWN` or `NOT_APPLICABLE`
/// @param choice only when given
/// @param level of the evidence, only when given
/// @param date of the evidence
/// @param expires of the evidence
/// @param note of the evidence
/// @param reason only when not applicable
/// @param acceptedBy the second person, only when not applicable
record AnswerColumns(
    String kind,
    Optional<String> choice,
    Optional<String> level,
    Optional<LocalDate> date,
    Optional<LocalDate> expires,
    Optional<String> note,
    Optional<String> reason,
    Optional<String> acceptedBy) {

  private static final String GIVEN = "GIVEN";
  private static final String UNKNOWN = "UNKNOWN";
  private static final String NOT_APPLICABLE = "NOT_APPLICABLE";

  static AnswerColumns of(Answer answer) {
    return switch (answer) {
      case Answer.Given(var choice, var evidence) ->
          new AnswerColumns(
              GIVEN,
              Optional.of(choice),
              Optional.of(evidence.level().name()),
              evidence.date(),
              evidence.expires(),
              Optional.of(evidence.note()),
              Optional.empty(),
              Optional.empty());
      case Answer.Unknown unknown -> nothing(UNKNOWN, Optional.empty(), Optional.empty());
      case Answer.NotApplicable(var reason, var acceptedBy) ->
          nothing(NOT_APPLICABLE, Optional.of(reason), acceptedBy);
    };
  }

  private static AnswerColumns nothing(
      String kind, Optional<String> reason, Optional<String> acceptedBy) {
    return new AnswerColumns(
        kind,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        reason,
        acceptedBy);
  }

  /// Gives a statement the parameters `assessment`, `question`, `kind` and so on.
  static JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec statement, AssessmentId id, StoredAnswer answer, int version) {
    var columns = of(answer.answer());
    return statement
        .param("assessment", id.value())
        .param("question", answer.question())
        .param("kind", columns.kind)
        .param("choice", columns.choice.orElse(null))
        .param("level", columns.level.orElse(null))
        .param("date", columns.date.orElse(null))
        .param("expires", columns.expires.orElse(null))
        .param("note", columns.note.orElse(null))
        .param("reason", columns.reason.orElse(null))
        .param("accepted", columns.acceptedBy.orElse(null))
        .param("version", version)
        .param("author", answer.author().value())
        .param("name", answer.authorName())
        .param("at", Columns.time(answer.at()));
  }

  static StoredAnswer stored(ResultSet row) throws SQLException {
    return new StoredAnswer(
        row.getString("question"),
        answer(row),
        row.getInt("version"),
        Columns.account(row, "author"),
        row.getString("author_name"),
        Columns.instant(row, "at"));
  }

  private static Answer answer(ResultSet row) throws SQLException {
    var kind = row.getString("kind");
    return switch (kind) {
      case GIVEN ->
          new Answer.Given(
              row.getString("choice"),
              new Evidence(
                  Columns.name(row, "evidence_level", EvidenceLevel.class),
                  Columns.optionalDate(row, "evidence_date"),
                  Columns.optionalDate(row, "evidence_expires"),
                  Columns.optionalText(row, "note").orElse("")));
      case UNKNOWN -> Answer.UNKNOWN;
      case NOT_APPLICABLE ->
          new Answer.NotApplicable(
              row.getString("reason"), Columns.optionalText(row, "accepted_by"));
      default -> throw new IllegalStateException("an answer of unknown kind: " + kind);
    };
  }
}
