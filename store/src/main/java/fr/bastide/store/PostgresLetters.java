package fr.bastide.store;

import fr.bastide.kernel.Language;
import fr.bastide.loop.letter.Letter;
import fr.bastide.loop.letter.Letters;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The queue of letters in PostgreSQL. A letter that was sent is removed with its text.
final class PostgresLetters implements Letters {

  private static final int LONGEST_REASON = 500;

  private final JdbcClient jdbc;

  PostgresLetters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Letter letter) {
    jdbc.sql(
            """
            INSERT INTO letter (id, recipient, language, subject, text, at, due_at, once)
            VALUES (:id, :to, :language, :subject, :text, :at, :at, :once)
            """)
        .param("id", letter.id())
        .param("to", letter.to())
        .param("language", letter.language().name())
        .param("subject", letter.subject())
        .param("text", letter.text())
        .param("at", Columns.time(letter.at()))
        .param("once", letter.once())
        .update();
  }

  @Override
  public List<Letter> take(int limit, Instant now, Instant retryAt) {
    jdbc.sql("DELETE FROM letter WHERE handed_over AND due_at <= :now")
        .param("now", Columns.time(now))
        .update();
    return jdbc
        .sql(
            """
            UPDATE letter SET due_at = :retry
            WHERE id IN (SELECT l.id FROM letter l
                         WHERE l.tries < 10 AND l.due_at <= :now AND NOT l.handed_over
                         ORDER BY l.at, l.ordinal LIMIT :limit
                         FOR UPDATE SKIP LOCKED)
            RETURNING id, recipient, language, subject, text, at, once, ordinal
            """)
        .param("limit", limit)
        .param("now", Columns.time(now))
        .param("retry", Columns.time(retryAt))
        .query((row, number) ->
            new Taken(
                new Letter(
                    Columns.uuid(row, "id"),
                    row.getString("recipient"),
                    Columns.name(row, "language", Language.class),
                    row.getString("subject"),
                    row.getString("text"),
                    Columns.instant(row, "at"),
                    row.getBoolean("once")),
                row.getLong("ordinal")))
        .list()
        .stream()
        .sorted(Comparator.comparing((Taken t) -> t.letter().at()).thenComparing(Taken::ordinal))
        .map(Taken::letter)
        .toList();
  }

  private record Taken(Letter letter, long ordinal) {}

  @Override
  public boolean handOver(UUID id, Instant until) {
    return jdbc.sql(
                """
                UPDATE letter SET handed_over = true, due_at = :until
                WHERE id = :id AND once AND NOT handed_over
                """)
            .param("id", id)
            .param("until", Columns.time(until))
            .update()
        == 1;
  }

  @Override
  public void sent(UUID id, Instant at) {
    jdbc.sql("DELETE FROM letter WHERE id = :id").param("id", id).update();
  }

  @Override
  public void failed(UUID id, String reason) {
    jdbc.sql(
            """
            UPDATE letter SET tries = tries + 1, reason = :reason, handed_over = false
            WHERE id = :id
            """)
        .param("id", id)
        .param("reason", reason.substring(0, Math.min(LONGEST_REASON, reason.length())))
        .update();
  }

  @Override
  public long waiting() {
    return jdbc.sql("SELECT count(*) FROM letter WHERE tries < 10").query(Long.class).single();
  }
}
