package fr.bastide.store;

import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Score;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.Assessments;
import fr.bastide.loop.assess.Result;
import fr.bastide.loop.assess.Saved;
import fr.bastide.loop.assess.StoredAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The assessments that are kept, with their answers, in PostgreSQL. Whoever saves an answer holds
/// the row of its assessment until the end of the transaction, so that the result kept there counts
/// every answer.
final class PostgresAssessments implements Assessments {

  private final JdbcClient jdbc;

  PostgresAssessments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Assessment assessment) {
    var statement =
        jdbc.sql(
                """
                INSERT INTO assessment (id, body_id, depth, referential, started_at, started_by,
                                        completed_at, example, scale, total_low, total_point,
                                        total_high, grade, themes, answered, asked)
                VALUES (:id, :body, :depth, :referential, :started, :by, :completed, :example,
                        :scale, :low::float8, :point::float8, :high::float8, :grade,
                        :themes::jsonb, :answered::integer, :asked::integer)
                ON CONFLICT (body_id) WHERE completed_at IS NULL DO NOTHING
                """)
            .param("body", assessment.body().value())
            .param("depth", assessment.depth().name())
            .param("referential", assessment.referential())
            .param("started", Columns.time(assessment.startedAt()))
            .param("by", assessment.startedBy().value())
            .param("completed", Columns.time(assessment.completedAt()))
            .param("example", assessment.example());
    if (withResult(statement, assessment.id(), assessment.result()).update() == 0) {
      throw new Conflict(
          new Text(
              "Une évaluation est déjà ouverte. Reprenez-la, ou terminez-la d’abord.",
              "An assessment is open already. Resume it, or complete it first."));
    }
  }

  @Override
  public Optional<Assessment> find(AssessmentId id) {
    return jdbc.sql("SELECT * FROM assessment WHERE id = :id")
        .param("id", id.value())
        .query((row, number) -> assessment(row))
        .optional();
  }

  @Override
  public Optional<Assessment> hold(AssessmentId id) {
    return jdbc.sql("SELECT * FROM assessment WHERE id = :id FOR UPDATE")
        .param("id", id.value())
        .query((row, number) -> assessment(row))
        .optional();
  }

  @Override
  public List<Assessment> ofBody(BodyId body) {
    return jdbc.sql(
            """
            SELECT * FROM assessment WHERE body_id = :body ORDER BY started_at DESC, ordinal DESC
            """)
        .param("body", body.value())
        .query((row, number) -> assessment(row))
        .list();
  }

  @Override
  public Map<String, StoredAnswer> answers(AssessmentId id) {
    return jdbc
        .sql("SELECT * FROM answer WHERE assessment_id = :id")
        .param("id", id.value())
        .query((row, number) -> AnswerColumns.stored(row))
        .stream()
        .collect(Collectors.toUnmodifiableMap(StoredAnswer::question, answer -> answer));
  }

  @Override
  public Saved save(AssessmentId id, StoredAnswer answer, int seen) {
    requireOpen(id);
    var kept = withVersion(answer, seen + 1);
    if (write(id, kept, seen)) {
      remember(id, kept, false);
      return new Saved.Kept(kept);
    }
    var theirs = present(id, answer.question());
    remember(id, kept, true);
    return new Saved.Stale(theirs, kept);
  }

  private void requireOpen(AssessmentId id) {
    if (hold(id).filter(assessment -> !assessment.open()).isPresent()) {
      throw new Conflict(
          new Text(
              "Cette évaluation est terminée et ne change plus.",
              "This assessment is completed and no longer changes."));
    }
  }

  private boolean write(AssessmentId id, StoredAnswer answer, int seen) {
    var statement = seen == 0 ? insert() : update(seen);
    return AnswerColumns.bind(statement, id, answer, answer.version()).update() == 1;
  }

  private JdbcClient.StatementSpec insert() {
    return jdbc.sql(
        """
        INSERT INTO answer (assessment_id, body_id, question, kind, choice, evidence_level,
                            evidence_date, evidence_expires, note, reason, accepted_by, version,
                            author, author_name, at)
        SELECT a.id, a.body_id, :question, :kind, :choice, :level, :date::date, :expires::date,
               :note, :reason, :accepted, :version, :author, :name, :at
        FROM assessment a WHERE a.id = :assessment
        ON CONFLICT (assessment_id, question) DO NOTHING
        """);
  }

  private JdbcClient.StatementSpec update(int seen) {
    return jdbc.sql(
            """
            UPDATE answer
            SET kind = :kind, choice = :choice, evidence_level = :level,
                evidence_date = :date::date, evidence_expires = :expires::date, note = :note,
                reason = :reason, accepted_by = :accepted, version = :version, author = :author,
                author_name = :name, at = :at
            WHERE assessment_id = :assessment AND question = :question AND version = :seen
            """)
        .param("seen", seen);
  }

  private StoredAnswer present(AssessmentId id, String question) {
    return jdbc.sql("SELECT * FROM answer WHERE assessment_id = :id AND question = :question")
        .param("id", id.value())
        .param("question", question)
        .query((row, number) -> AnswerColumns.stored(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  private void remember(AssessmentId id, StoredAnswer answer, boolean tooLate) {
    var statement =
        jdbc.sql(
                """
                INSERT INTO answer_history (assessment_id, body_id, question, kind, choice,
                                            evidence_level, evidence_date, evidence_expires, note,
                                            reason, accepted_by, version, author, author_name, at,
                                            too_late)
                SELECT a.id, a.body_id, :question, :kind, :choice, :level, :date::date,
                       :expires::date, :note, :reason, :accepted, :version, :author, :name, :at,
                       :late
                FROM assessment a WHERE a.id = :assessment
                """)
            .param("late", tooLate);
    AnswerColumns.bind(statement, id, answer, answer.version()).update();
  }

  @Override
  public void addAnswers(AssessmentId id, Collection<StoredAnswer> answers) {
    for (var answer : answers) {
      AnswerColumns.bind(insert(), id, answer, answer.version()).update();
      remember(id, answer, false);
    }
  }

  @Override
  public List<PastAnswer> history(AssessmentId id, String question) {
    return jdbc.sql(
            """
            SELECT * FROM answer_history
            WHERE assessment_id = :id AND question = :question ORDER BY ordinal DESC
            """)
        .param("id", id.value())
        .param("question", question)
        .query(
            (row, number) -> new PastAnswer(AnswerColumns.stored(row), row.getBoolean("too_late")))
        .list();
  }

  @Override
  public void setResult(AssessmentId id, Result result) {
    withResult(
            jdbc.sql(
                """
                UPDATE assessment
                SET scale = :scale, total_low = :low::float8, total_point = :point::float8,
                    total_high = :high::float8, grade = :grade, themes = :themes::jsonb,
                    answered = :answered::integer, asked = :asked::integer
                WHERE id = :id AND completed_at IS NULL
                """),
            id,
            Optional.of(result))
        .update();
  }

  @Override
  public boolean complete(AssessmentId id, Instant at, Result result) {
    return withResult(
                jdbc.sql(
                        """
                        UPDATE assessment
                        SET completed_at = :at, scale = :scale, total_low = :low::float8,
                            total_point = :point::float8, total_high = :high::float8,
                            grade = :grade, themes = :themes::jsonb,
                            answered = :answered::integer, asked = :asked::integer
                        WHERE id = :id AND completed_at IS NULL
                        """)
                    .param("at", Columns.time(at)),
                id,
                Optional.of(result))
            .update()
        == 1;
  }

  private static JdbcClient.StatementSpec withResult(
      JdbcClient.StatementSpec statement, AssessmentId id, Optional<Result> result) {
    return statement
        .param("id", id.value())
        .param("scale", result.map(Result::scale).orElse(null))
        .param("low", result.map(r -> r.total().low()).orElse(null))
        .param("point", result.map(r -> r.total().point()).orElse(null))
        .param("high", result.map(r -> r.total().high()).orElse(null))
        .param("grade", result.map(r -> r.grade().name()).orElse(null))
        .param("themes", result.map(r -> Json.write(r.themes())).orElse(null))
        .param("answered", result.map(Result::answered).orElse(null))
        .param("asked", result.map(Result::asked).orElse(null));
  }

  private static StoredAnswer withVersion(StoredAnswer a, int version) {
    return new StoredAnswer(a.question(), a.answer(), version, a.author(), a.authorName(), a.at());
  }

  private static Assessment assessment(ResultSet row) throws SQLException {
    return new Assessment(
        new AssessmentId(Columns.uuid(row, "id")),
        new BodyId(row.getString("body_id")),
        Columns.name(row, "depth", Depth.class),
        row.getString("referential"),
        Columns.instant(row, "started_at"),
        Columns.account(row, "started_by"),
        Columns.optionalInstant(row, "completed_at"),
        Columns.optionalText(row, "scale").isPresent()
            ? Optional.of(result(row))
            : Optional.empty(),
        row.getBoolean("example"));
  }

  /// Reads the columns of a result.
  static Result result(ResultSet row) throws SQLException {
    return new Result(
        row.getString("scale"),
        new Score.Interval(
            row.getDouble("total_low"), row.getDouble("total_point"), row.getDouble("total_high")),
        Columns.name(row, "grade", Grade.class),
        Json.numbers(row.getString("themes")),
        row.getInt("answered"),
        row.getInt("asked"));
  }
}
