package fr.bastide.store;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.MandateScope;
import fr.bastide.loop.mandate.Mandates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The mandates that were ever granted, in PostgreSQL.
final class PostgresMandates implements Mandates {

  private final JdbcClient jdbc;

  PostgresMandates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Mandate mandate) {
    jdbc.sql(
            """
            INSERT INTO mandate (id, body_id, provider_id, scopes, begins, ends, granted_by,
                                 may_bring_vendors, under_id, revoked_at)
            VALUES (:id, :body, :provider, :scopes::text[], :begins, :ends, :by, :vendors, :under,
                    :revoked)
            """)
        .param("id", mandate.id().value())
        .param("body", mandate.body().value())
        .param("provider", mandate.provider().value())
        .param("scopes", Columns.names(mandate.scopes()))
        .param("begins", Columns.time(mandate.from()))
        .param("ends", Columns.time(mandate.until()))
        .param("by", mandate.grantedBy().value())
        .param("vendors", mandate.mayBringVendors())
        .param("under", mandate.under().map(MandateId::value).orElse(null))
        .param("revoked", Columns.time(mandate.revokedAt()))
        .update();
  }

  @Override
  public Optional<Mandate> find(MandateId id) {
    return jdbc.sql("SELECT * FROM mandate WHERE id = :id")
        .param("id", id.value())
        .query((row, number) -> mandate(row))
        .optional();
  }

  @Override
  public List<Mandate> ofBody(BodyId body) {
    return jdbc.sql("SELECT * FROM mandate WHERE body_id = :body ORDER BY ordinal DESC")
        .param("body", body.value())
        .query((row, number) -> mandate(row))
        .list();
  }

  @Override
  public List<Mandate> ofProvider(ProviderId provider) {
    return jdbc.sql("SELECT * FROM mandate WHERE provider_id = :provider ORDER BY ordinal DESC")
        .param("provider", provider.value())
        .query((row, number) -> mandate(row))
        .list();
  }

  @Override
  public void revoke(MandateId id, Instant at) {
    jdbc.sql(
            """
            WITH RECURSIVE chain AS (
              SELECT m.id FROM mandate m WHERE m.id = :id
              UNION
              SELECT below.id FROM mandate below JOIN chain ON below.under_id = chain.id
            )
            UPDATE mandate SET revoked_at = :at
            WHERE id IN (SELECT chain.id FROM chain) AND revoked_at IS NULL
            """)
        .param("id", id.value())
        .param("at", Columns.time(at))
        .update();
  }

  private static Mandate mandate(ResultSet row) throws SQLException {
    return new Mandate(
        new MandateId(Columns.uuid(row, "id")),
        new BodyId(row.getString("body_id")),
        new ProviderId(Columns.uuid(row, "provider_id")),
        Columns.names(row, "scopes", MandateScope.class),
        Columns.instant(row, "begins"),
        Columns.instant(row, "ends"),
        Columns.account(row, "granted_by"),
        row.getBoolean("may_bring_vendors"),
        Columns.optionalUuid(row, "under_id").map(MandateId::new),
        Columns.optionalInstant(row, "revoked_at"));
  }
}
