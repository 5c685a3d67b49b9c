package fr.bastide.store;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.TokenScope;
import fr.bastide.loop.account.ApiToken;
import fr.bastide.loop.account.ApiTokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tokens of all programs, in PostgreSQL.
final class PostgresApiTokens implements ApiTokens {

  private final JdbcClient jdbc;

  PostgresApiTokens(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(ApiToken token) {
    jdbc.sql(
            """
            INSERT INTO api_token (id, account_id, label, token_hash, scopes, expires, last_used)
            VALUES (:id, :owner, :label, :hash, :scopes::text[], :expires, :used)
            """)
        .param("id", token.id())
        .param("owner", token.owner().value())
        .param("label", token.label())
        .param("hash", token.tokenHash())
        .param("scopes", Columns.names(token.scopes()))
        .param("expires", Columns.time(token.expires()))
        .param("used", Columns.time(token.lastUsed()))
        .update();
  }

  @Override
  public Optional<ApiToken> find(String tokenHash) {
    return jdbc.sql("SELECT * FROM api_token WHERE token_hash = :hash")
        .param("hash", tokenHash)
        .query((row, number) -> token(row))
        .optional();
  }

  @Override
  public List<ApiToken> of(AccountId owner) {
    return jdbc.sql("SELECT * FROM api_token WHERE account_id = :owner ORDER BY ordinal DESC")
        .param("owner", owner.value())
        .query((row, number) -> token(row))
        .list();
  }

  @Override
  public void revoke(AccountId owner, UUID id) {
    jdbc.sql("DELETE FROM api_token WHERE account_id = :owner AND id = :id")
        .param("owner", owner.value())
        .param("id", id)
        .update();
  }

  @Override
  public void revokeAll(AccountId owner) {
    jdbc.sql("DELETE FROM api_token WHERE account_id = :owner")
        .param("owner", owner.value())
        .update();
  }

  @Override
  public void used(UUID id, Instant at) {
    jdbc.sql("UPDATE api_token SET last_used = :at WHERE id = :id")
        .param("id", id)
        .param("at", Columns.time(at))
        .update();
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    return new ApiToken(
        Columns.uuid(row, "id"),
        Columns.account(row, "account_id"),
        row.getString("label"),
        row.getString("token_hash"),
        Columns.names(row, "scopes", TokenScope.class),
        Columns.instant(row, "expires"),
        Columns.optionalInstant(row, "last_used"));
  }
}
