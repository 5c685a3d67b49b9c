package fr.bastide.store;

import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.AttachmentId;
import fr.bastide.loop.assess.Attachment;
import fr.bastide.loop.assess.Attachments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The files that stand behind answers, in PostgreSQL: one backup holds everything.
final class PostgresAttachments implements Attachments {

  private static final String SELECT =
      "SELECT id, assessment_id, question, name, bytes, sha256, author, at FROM attachment ";

  private final JdbcClient jdbc;

  PostgresAttachments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Attachment attachment, byte[] content) {
    jdbc.sql(
            """
            INSERT INTO attachment (id, assessment_id, body_id, question, name, bytes, sha256,
                                    author, at, content)
            SELECT :id, a.id, a.body_id, :question, :name, :bytes, :sha256, :author, :at, :content
            FROM assessment a WHERE a.id = :assessment
            """)
        .param("id", attachment.id().value())
        .param("assessment", attachment.assessment().value())
        .param("question", attachment.question())
        .param("name", attachment.name())
        .param("bytes", attachment.bytes())
        .param("sha256", attachment.sha256())
        .param("author", attachment.author().value())
        .param("at", Columns.time(attachment.at()))
        .param("content", content)
        .update();
  }

  @Override
  public List<Attachment> of(AssessmentId assessment) {
    return jdbc.sql(SELECT + "WHERE assessment_id = :id ORDER BY at, ordinal")
        .param("id", assessment.value())
        .query((row, number) -> attachment(row))
        .list();
  }

  @Override
  public Optional<Attachment> find(AttachmentId id) {
    return jdbc.sql(SELECT + "WHERE id = :id")
        .param("id", id.value())
        .query((row, number) -> attachment(row))
        .optional();
  }

  @Override
  public Optional<byte[]> content(AttachmentId id) {
    return jdbc.sql(
            "SELECT f.content FROM attachment_content(:id) f (content) WHERE f.content IS NOT NULL")
        .param("id", id.value())
        .query((row, number) -> row.getBytes("content"))
        .optional();
  }

  private static Attachment attachment(ResultSet row) throws SQLException {
    return new Attachment(
        new AttachmentId(Columns.uuid(row, "id")),
        new AssessmentId(Columns.uuid(row, "assessment_id")),
        row.getString("question"),
        row.getString("name"),
        row.getLong("bytes"),
        row.getString("sha256"),
        Columns.account(row, "author"),
        Columns.instant(row, "at"));
  }
}
