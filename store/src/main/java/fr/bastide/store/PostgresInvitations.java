package fr.bastide.store;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.account.Invitation;
import fr.bastide.loop.account.Invitations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The links that were sent, in PostgreSQL.
final class PostgresInvitations implements Invitations {

  private static final String NO_HAT = "NONE";

  private final JdbcClient jdbc;

  PostgresInvitations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Invitation invitation) {
    var hat = invitation.membership().map(Hats::of);
    jdbc.sql(
            """
            INSERT INTO invitation (token_hash, email, hat_kind, body_id, provider_id, role,
                                    invited_by, expires, used_at)
            VALUES (:hash, :email, :kind, :body, :provider, :role, :by, :expires, :used)
            """)
        .param("hash", invitation.tokenHash())
        .param("email", invitation.email().orElse(null))
        .param("kind", hat.map(Hats::kind).orElse(NO_HAT))
        .param("body", hat.flatMap(Hats::body).orElse(null))
        .param("provider", hat.flatMap(Hats::provider).orElse(null))
        .param("role", hat.map(Hats::role).orElse(null))
        .param("by", invitation.invitedBy().map(AccountId::value).orElse(null))
        .param("expires", Columns.time(invitation.expires()))
        .param("used", Columns.time(invitation.usedAt()))
        .update();
  }

  @Override
  public Optional<Invitation> find(String tokenHash) {
    return jdbc.sql("SELECT * FROM invitation WHERE token_hash = :hash")
        .param("hash", tokenHash)
        .query((row, number) -> invitation(row))
        .optional();
  }

  @Override
  public boolean use(String tokenHash, Instant at) {
    return jdbc.sql(
                "UPDATE invitation SET used_at = :at WHERE token_hash = :hash AND used_at IS NULL")
            .param("hash", tokenHash)
            .param("at", Columns.time(at))
            .update()
        == 1;
  }

  @Override
  public boolean awaitsReset(String email, Instant expiringAfter) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1 FROM invitation WHERE email = :email AND hat_kind = :reset
              AND used_at IS NULL AND expires > :after)
            """)
        .param("email", email)
        .param("reset", NO_HAT)
        .param("after", Columns.time(expiringAfter))
        .query(Boolean.class)
        .single();
  }

  @Override
  public void endResets(String email, Instant at) {
    jdbc.sql(
            """
            UPDATE invitation SET used_at = :at
            WHERE email = :email AND hat_kind = :reset AND used_at IS NULL
            """)
        .param("email", email)
        .param("reset", NO_HAT)
        .param("at", Columns.time(at))
        .update();
  }

  @Override
  public void endAdministratorLinks(Instant at) {
    jdbc.sql("UPDATE invitation SET used_at = :at WHERE email IS NULL AND used_at IS NULL")
        .param("at", Columns.time(at))
        .update();
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    var hat =
        row.getString("hat_kind").equals(NO_HAT)
            ? Optional.<Hats>empty()
            : Optional.of(
                new Hats(
                    row.getString("hat_kind"),
                    Columns.optionalText(row, "body_id"),
                    Columns.optionalUuid(row, "provider_id"),
                    row.getString("role")));
    return new Invitation(
        row.getString("token_hash"),
        Columns.optionalText(row, "email"),
        hat.map(Hats::membership),
        Columns.optionalUuid(row, "invited_by").map(AccountId::new),
        Columns.instant(row, "expires"),
        Columns.optionalInstant(row, "used_at"));
  }
}
