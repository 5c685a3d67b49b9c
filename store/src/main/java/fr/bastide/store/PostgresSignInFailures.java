package fr.bastide.store;

import fr.bastide.loop.account.SignInFailures;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Failed attempts to sign in, in PostgreSQL: they outlive a restart.
final class PostgresSignInFailures implements SignInFailures {

  private final JdbcClient jdbc;

  PostgresSignInFailures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Failures of(String key) {
    return jdbc.sql("SELECT count, last_at FROM sign_in_failure WHERE key = :key")
        .param("key", key)
        .query((row, number) -> new Failures(row.getInt("count"), Columns.instant(row, "last_at")))
        .optional()
        .orElse(new Failures(0, Instant.EPOCH));
  }

  @Override
  public void failed(String key, Instant at) {
    jdbc.sql(
            """
            INSERT INTO sign_in_failure AS f (key, count, last_at) VALUES (:key, 1, :at)
            ON CONFLICT (key) DO UPDATE SET count = f.count + 1, last_at = EXCLUDED.last_at
            """)
        .param("key", key)
        .param("at", Columns.time(at))
        .update();
  }

  @Override
  public void clear(String key) {
    jdbc.sql("DELETE FROM sign_in_failure WHERE key = :key").param("key", key).update();
  }
}
