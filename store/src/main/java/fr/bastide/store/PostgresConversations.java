package fr.bastide.store;

import fr.bastide.loop.intake.Conversations;
import fr.bastide.loop.intake.Message;
import fr.bastide.loop.intake.ReportFile;
import fr.bastide.loop.intake.ReportId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is said about reports in PostgreSQL, and the files that come with it.
final class PostgresConversations implements Conversations {

  private static final String SELECT =
      """
      SELECT id, report_id, author, name, text, at, standing, message_id, subject, sha256
      FROM report_message
      """;

  private final JdbcClient jdbc;

  PostgresConversations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Message message) {
    jdbc.sql(
            """
            INSERT INTO report_message (id, report_id, author, name, text, at, standing, message_id,
                                        subject, sha256)
            VALUES (:id, :report, :author, :name, :text, :at, :standing, :mail, :subject, :sha256)
            """)
        .param("id", message.id())
        .param("report", message.report().value())
        .param("author", message.author().name())
        .param("name", message.name())
        .param("text", message.text())
        .param("at", Columns.time(message.at()))
        .param("standing", message.standing().name())
        .param("mail", message.mail().map(Message.Mail::messageId).orElse(null))
        .param("subject", message.mail().map(Message.Mail::subject).orElse(null))
        .param("sha256", message.mail().map(Message.Mail::sha256).orElse(null))
        .update();
  }

  @Override
  public List<Message> of(ReportId report) {
    return jdbc.sql(SELECT + "WHERE report_id = :report ORDER BY ordinal")
        .param("report", report.value())
        .query((row, number) -> message(row))
        .list();
  }

  @Override
  public int count(ReportId report) {
    return jdbc.sql("SELECT count(*) FROM report_message WHERE report_id = :report")
        .param("report", report.value())
        .query(Integer.class)
        .single();
  }

  @Override
  public Optional<Message> findMail(Collection<String> messageIds) {
    return jdbc.sql(
            SELECT
                + """
                WHERE message_id = ANY (:ids)
                ORDER BY author = 'HOUSE' DESC, ordinal DESC LIMIT 1
                """)
        .param("ids", Columns.texts(messageIds))
        .query((row, number) -> message(row))
        .optional();
  }

  @Override
  public boolean cameBefore(String sha256, Instant since) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT 1 FROM report_message WHERE sha256 = :sha256 AND at > :since)")
        .param("sha256", sha256)
        .param("since", Columns.time(since))
        .query(Boolean.class)
        .single();
  }

  @Override
  public void add(ReportFile file, byte[] content) {
    jdbc.sql(
            """
            INSERT INTO report_file (id, report_id, message_id, name, media, bytes, sha256, at,
                                     content)
            VALUES (:id, :report, :message, :name, :media, :bytes, :sha256, :at, :content)
            """)
        .param("id", file.id())
        .param("report", file.report().value())
        .param("message", file.message())
        .param("name", file.name())
        .param("media", file.media())
        .param("bytes", file.bytes())
        .param("sha256", file.sha256())
        .param("at", Columns.time(file.at()))
        .param("content", content)
        .update();
  }

  @Override
  public List<ReportFile> files(ReportId report) {
    return jdbc.sql(
            """
            SELECT id, report_id, message_id, name, media, bytes, sha256, at FROM report_file
            WHERE report_id = :report ORDER BY ordinal
            """)
        .param("report", report.value())
        .query((row, number) ->
            new ReportFile(
                Columns.uuid(row, "id"),
                report,
                Columns.uuid(row, "message_id"),
                row.getString("name"),
                row.getString("media"),
                row.getLong("bytes"),
                row.getString("sha256"),
                Columns.instant(row, "at")))
        .list();
  }

  @Override
  public Optional<byte[]> content(ReportId report, UUID file) {
    return jdbc.sql("SELECT content FROM report_file WHERE report_id = :report AND id = :id")
        .param("report", report.value())
        .param("id", file)
        .query((row, number) -> row.getBytes("content"))
        .optional();
  }

  private static Message message(ResultSet row) throws SQLException {
    Optional<Message.Mail> mail =
        row.getString("message_id") == null
            ? Optional.empty()
            : Optional.of(
                new Message.Mail(
                    row.getString("message_id"),
                    row.getString("subject"),
                    row.getString("sha256")));
    return new Message(
        Columns.uuid(row, "id"),
        new ReportId(Columns.uuid(row, "report_id")),
        Columns.name(row, "author", Message.Author.class),
        row.getString("name"),
        row.getString("text"),
        Columns.instant(row, "at"),
        Columns.name(row, "standing", Message.Standing.class),
        mail);
  }
}
