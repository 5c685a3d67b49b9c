package fr.bastide.store;

import fr.bastide.loop.intake.MailPosition;
import fr.bastide.loop.intake.MailPositions;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far mailboxes are read, in PostgreSQL.
final class PostgresMailPositions implements MailPositions {

  private final JdbcClient jdbc;

  PostgresMailPositions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<MailPosition> hold(String mailbox) {
    return jdbc.sql(
            """
            SELECT uid_validity, last_uid FROM mailbox_position WHERE mailbox = :mailbox FOR UPDATE
            """)
        .param("mailbox", mailbox)
        .query(
            (row, number) -> new MailPosition(row.getLong("uid_validity"), row.getLong("last_uid")))
        .optional();
  }

  @Override
  public void put(String mailbox, MailPosition position, Instant at) {
    jdbc.sql(
            """
            INSERT INTO mailbox_position (mailbox, uid_validity, last_uid, changed_at)
            VALUES (:mailbox, :validity, :uid, :at)
            ON CONFLICT (mailbox) DO UPDATE
            SET uid_validity = EXCLUDED.uid_validity, last_uid = EXCLUDED.last_uid,
                changed_at = EXCLUDED.changed_at
            """)
        .param("mailbox", mailbox)
        .param("validity", position.uidValidity())
        .param("uid", position.lastUid())
        .param("at", Columns.time(at))
        .update();
  }
}
