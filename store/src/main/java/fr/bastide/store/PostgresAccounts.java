package fr.bastide.store;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.Accounts;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The people who can sign in, in PostgreSQL. A password hash is seen by its owner and the house
/// alone.
final class PostgresAccounts implements Accounts {

  private static final String SELECT =
      """
      SELECT a.id, a.email, a.name, a.language, a.disabled_at, a.created_at, p.hash,
             (SELECT array_agg(m.body_id ORDER BY m.ctid) FROM membership m
              WHERE m.account_id = a.id)
               AS hat_bodies,
             (SELECT array_agg(m.provider_id ORDER BY m.ctid) FROM membership m
              WHERE m.account_id = a.id) AS hat_providers,
             (SELECT array_agg(m.role ORDER BY m.ctid) FROM membership m WHERE m.account_id = a.id)
               AS hat_roles
      FROM account a LEFT JOIN account_password p ON p.account_id = a.id
      """;

  private static final String BY_NAME = " ORDER BY a.name COLLATE \"fr-x-icu\", a.id";

  private final JdbcClient jdbc;

  PostgresAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Account account) {
    var added =
        jdbc.sql(
                """
                INSERT INTO account (id, email, name, language, disabled_at, created_at)
                VALUES (:id, :email, :name, :language, :disabled, :created)
                ON CONFLICT (email) DO NOTHING
                """)
            .param("id", account.id().value())
            .param("email", account.email())
            .param("name", account.name())
            .param("language", account.language().name())
            .param("disabled", Columns.time(account.disabledAt()))
            .param("created", Columns.time(account.createdAt()))
            .update();
    if (added == 0) {
      throw new Conflict(
          new Text("Cette adresse a déjà un compte.", "This address already has an account."));
    }
    account.passwordHash().ifPresent(hash -> setPassword(account.id(), hash));
    account.memberships().forEach(hat -> addMembership(account.id(), hat));
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return jdbc.sql(SELECT + " WHERE a.id = :id")
        .param("id", id.value())
        .query((row, number) -> account(row))
        .optional();
  }

  @Override
  public Optional<Account> findByEmail(String email) {
    return jdbc.sql(SELECT + " WHERE a.email = :email")
        .param("email", email.toLowerCase(Locale.ROOT))
        .query((row, number) -> account(row))
        .optional();
  }

  @Override
  public List<Account> ofBody(BodyId body) {
    return jdbc.sql(
            SELECT
                + " WHERE a.id IN (SELECT m.account_id FROM membership m WHERE m.body_id = :body)"
                + BY_NAME)
        .param("body", body.value())
        .query((row, number) -> account(row))
        .list();
  }

  @Override
  public List<Account> all() {
    return jdbc.sql(SELECT + BY_NAME).query((row, number) -> account(row)).list();
  }

  @Override
  public boolean hasAdministrator() {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1 FROM membership m
                           WHERE m.body_id IS NULL AND m.provider_id IS NULL
                             AND m.role = 'ADMINISTRATOR')
            """)
        .query(Boolean.class)
        .single();
  }

  @Override
  public void addMembership(AccountId id, Membership membership) {
    var hat = Hats.of(membership);
    jdbc.sql(
            """
            INSERT INTO membership (account_id, body_id, provider_id, role)
            VALUES (:id, :body, :provider, :role)
            ON CONFLICT DO NOTHING
            """)
        .param("id", id.value())
        .param("body", hat.body().orElse(null))
        .param("provider", hat.provider().orElse(null))
        .param("role", hat.role())
        .update();
  }

  @Override
  public void removeMembership(AccountId id, Membership membership) {
    var hat = Hats.of(membership);
    jdbc.sql(
            """
            DELETE FROM membership
            WHERE account_id = :id AND role = :role
              AND body_id IS NOT DISTINCT FROM :body::text
              AND provider_id IS NOT DISTINCT FROM :provider::uuid
            """)
        .param("id", id.value())
        .param("body", hat.body().orElse(null))
        .param("provider", hat.provider().orElse(null))
        .param("role", hat.role())
        .update();
  }

  @Override
  public void setPassword(AccountId id, String hash) {
    jdbc.sql(
            """
            INSERT INTO account_password (account_id, hash) VALUES (:id, :hash)
            ON CONFLICT (account_id) DO UPDATE SET hash = EXCLUDED.hash
            """)
        .param("id", id.value())
        .param("hash", hash)
        .update();
  }

  @Override
  public void removePasskeys(AccountId id) {
    byte[] handle =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(id.value().getMostSignificantBits())
            .putLong(id.value().getLeastSignificantBits())
            .array();
    jdbc.sql("DELETE FROM user_credentials WHERE user_entity_user_id = :handle")
        .param("handle", Base64.getUrlEncoder().withoutPadding().encodeToString(handle))
        .update();
  }

  @Override
  public void setProfile(AccountId id, String name, Language language) {
    jdbc.sql("UPDATE account SET name = :name, language = :language WHERE id = :id")
        .param("id", id.value())
        .param("name", name)
        .param("language", language.name())
        .update();
  }

  @Override
  public void setDisabled(AccountId id, Optional<Instant> at) {
    jdbc.sql("UPDATE account SET disabled_at = :at WHERE id = :id")
        .param("id", id.value())
        .param("at", Columns.time(at))
        .update();
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        Columns.account(row, "id"),
        row.getString("email"),
        row.getString("name"),
        Columns.name(row, "language", Language.class),
        Columns.optionalText(row, "hash"),
        hats(row),
        Columns.optionalInstant(row, "disabled_at"),
        Columns.instant(row, "created_at"));
  }

  private static Set<Membership> hats(ResultSet row) throws SQLException {
    var array = Optional.ofNullable(row.getArray("hat_roles"));
    if (array.isEmpty()) {
      return Set.of();
    }
    var roles = (String[]) array.get().getArray();
    var bodies = (String[]) row.getArray("hat_bodies").getArray();
    var providers = (UUID[]) row.getArray("hat_providers").getArray();
    var hats = new HashSet<Membership>();
    for (int i = 0; i < roles.length; i++) {
      hats.add(
          new Hats("", Optional.ofNullable(bodies[i]), Optional.ofNullable(providers[i]), roles[i])
              .membership());
    }
    return hats;
  }
}
