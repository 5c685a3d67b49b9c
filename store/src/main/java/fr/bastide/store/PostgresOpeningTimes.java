package fr.bastide.store;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.intake.OpeningTimes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// When the centre answers, in PostgreSQL.
final class PostgresOpeningTimes implements OpeningTimes {

  private final JdbcClient jdbc;

  PostgresOpeningTimes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Kept> find() {
    return jdbc.sql("SELECT document, version FROM opening_hours")
        .query(
            (row, number) -> new Kept(Json.texts(row.getString("document")), row.getInt("version")))
        .optional();
  }

  @Override
  public boolean replace(Map<String, String> fields, int seen, AccountId by, Instant at) {
    String sql =
        seen == 0
            ? """
            INSERT INTO opening_hours (document, version, changed_by, changed_at)
            VALUES (:document::jsonb, :seen + 1, :by, :at)
            ON CONFLICT (single) DO NOTHING
            """
            : """
            UPDATE opening_hours
            SET document = :document::jsonb, version = version + 1, changed_by = :by,
                changed_at = :at
            WHERE version = :seen
            """;
    return jdbc.sql(sql)
            .param("document", Json.write(fields))
            .param("seen", seen)
            .param("by", by.value())
            .param("at", Columns.time(at))
            .update()
        == 1;
  }
}
