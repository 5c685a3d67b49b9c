package fr.bastide.store;

import fr.bastide.kernel.Language;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.intake.Channel;
import fr.bastide.loop.intake.Reference;
import fr.bastide.loop.intake.Report;
import fr.bastide.loop.intake.ReportId;
import fr.bastide.loop.intake.Reports;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The reports in PostgreSQL.
final class PostgresReports implements Reports {

  private static final String SELECT =
      """
      SELECT id, reference, channel, language, answers, opened_at, changed_at, state, taken_by,
             taken_name, taken_at, closed_at, case_name, suspect, version, told_times
      FROM report
      """;

  private final JdbcClient jdbc;

  PostgresReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Report report, Optional<String> linkHash, String mailSecret) {
    jdbc.sql(
            """
            INSERT INTO report (id, reference, channel, language, answers, opened_at, changed_at,
                                state, taken_by, taken_name, taken_at, closed_at, case_name,
                                suspect, version, link_hash, mail_secret)
            VALUES (:id, :reference, :channel, :language, :answers::jsonb, :opened, :changed,
                    :state, :by, :name, :taken, :closed, :case, :suspect, :version, :link, :mail)
            """)
        .param("id", report.id().value())
        .param("reference", report.reference().value())
        .param("channel", report.channel().name())
        .param("language", report.language().name())
        .param("answers", Json.write(report.answers()))
        .param("opened", Columns.time(report.openedAt()))
        .param("changed", Columns.time(report.changedAt()))
        .param("state", report.state().name())
        .param("by", report.handling().map(by -> by.by().value()).orElse(null))
        .param("name", report.handling().map(Report.Handling::name).orElse(null))
        .param("taken", Columns.time(report.handling().map(Report.Handling::at)))
        .param("closed", Columns.time(report.closedAt()))
        .param("case", report.caseName().orElse(null))
        .param("suspect", report.suspect())
        .param("version", report.version())
        .param("link", linkHash.orElse(null))
        .param("mail", mailSecret)
        .update();
  }

  @Override
  public Optional<Report> find(ReportId id) {
    return jdbc.sql(SELECT + "WHERE id = :id")
        .param("id", id.value())
        .query((row, number) -> report(row))
        .optional();
  }

  @Override
  public Optional<Report> hold(ReportId id) {
    return jdbc.sql(SELECT + "WHERE id = :id FOR UPDATE")
        .param("id", id.value())
        .query((row, number) -> report(row))
        .optional();
  }

  @Override
  public Optional<Report> holdByLink(String linkHash) {
    return jdbc.sql(SELECT + "WHERE link_hash = :hash FOR UPDATE")
        .param("hash", linkHash)
        .query((row, number) -> report(row))
        .optional();
  }

  @Override
  public Optional<Report> find(Reference reference) {
    return jdbc.sql(SELECT + "WHERE reference = :reference")
        .param("reference", reference.value())
        .query((row, number) -> report(row))
        .optional();
  }

  @Override
  public void keepAnswers(ReportId id, Map<String, String> answers, Instant at) {
    jdbc.sql("UPDATE report SET answers = :answers::jsonb, changed_at = :at WHERE id = :id")
        .param("id", id.value())
        .param("answers", Json.write(answers))
        .param("at", Columns.time(at))
        .update();
  }

  @Override
  public boolean update(Report report) {
    return jdbc.sql(
                """
                UPDATE report
                SET state = :state, taken_by = :by, taken_name = :name, taken_at = :taken,
                    closed_at = :closed, case_name = :case, version = version + 1
                WHERE id = :id AND version = :version
                """)
            .param("id", report.id().value())
            .param("state", report.state().name())
            .param("by", report.handling().map(by -> by.by().value()).orElse(null))
            .param("name", report.handling().map(Report.Handling::name).orElse(null))
            .param("taken", Columns.time(report.handling().map(Report.Handling::at)))
            .param("closed", Columns.time(report.closedAt()))
            .param("case", report.caseName().orElse(null))
            .param("version", report.version())
            .update()
        == 1;
  }

  @Override
  public void setLink(ReportId id, Optional<String> linkHash) {
    jdbc.sql("UPDATE report SET link_hash = :hash WHERE id = :id")
        .param("id", id.value())
        .param("hash", linkHash.orElse(null))
        .update();
  }

  @Override
  public boolean hasLink(ReportId id) {
    return jdbc.sql("SELECT link_hash IS NOT NULL FROM report WHERE id = :id")
        .param("id", id.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  @Override
  public String mailSecret(ReportId id) {
    return jdbc.sql("SELECT mail_secret FROM report WHERE id = :id")
        .param("id", id.value())
        .query(String.class)
        .single();
  }

  @Override
  public List<Report> queue(Set<Report.State> states, int limit) {
    return jdbc.sql(
            SELECT
                + """
                WHERE state = ANY (:states)
                ORDER BY state <> 'NEW',
                         CASE WHEN state = 'NEW' THEN opened_at END,
                         changed_at DESC, ordinal
                LIMIT :limit
                """)
        .param("states", Columns.names(states))
        .param("limit", limit)
        .query((row, number) -> report(row))
        .list();
  }

  @Override
  public long openedSince(Channel channel, Instant since) {
    return jdbc.sql("SELECT count(*) FROM report WHERE channel = :channel AND opened_at > :since")
        .param("channel", channel.name())
        .param("since", Columns.time(since))
        .query(Long.class)
        .single();
  }

  @Override
  public List<Told> toTell(Instant fresh, Instant again, int most) {
    return jdbc.sql(
            SELECT
                + """
                WHERE state = 'NEW' AND NOT (suspect AND channel = 'MAIL')
                  AND (told_times = 0
                       AND (opened_at <= :fresh OR answers ->> 'contact.phone' <> ''
                            OR answers ->> 'contact.mail' <> '')
                       OR told_times BETWEEN 1 AND :most - 1 AND told_at <= :again)
                ORDER BY opened_at, ordinal
                FOR UPDATE SKIP LOCKED
                """)
        .param("fresh", Columns.time(fresh))
        .param("again", Columns.time(again))
        .param("most", most)
        .query((row, number) -> new Told(report(row), row.getInt("told_times")))
        .list();
  }

  @Override
  public void told(ReportId id, Instant at) {
    jdbc.sql("UPDATE report SET told_at = :at, told_times = told_times + 1 WHERE id = :id")
        .param("id", id.value())
        .param("at", Columns.time(at))
        .update();
  }

  private static Report report(ResultSet row) throws SQLException {
    Optional<AccountId> by = Columns.optionalUuid(row, "taken_by").map(AccountId::new);
    Optional<Report.Handling> handling =
        by.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Report.Handling(
                    by.get(), row.getString("taken_name"), Columns.instant(row, "taken_at")));
    return new Report(
        new ReportId(Columns.uuid(row, "id")),
        new Reference(row.getString("reference")),
        Columns.name(row, "channel", Channel.class),
        Columns.name(row, "language", Language.class),
        Json.texts(row.getString("answers")),
        Columns.instant(row, "opened_at"),
        Columns.instant(row, "changed_at"),
        Columns.name(row, "state", Report.State.class),
        handling,
        Columns.optionalInstant(row, "closed_at"),
        Columns.optionalText(row, "case_name"),
        row.getBoolean("suspect"),
        row.getInt("version"));
  }
}
