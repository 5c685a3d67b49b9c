package fr.bastide.store;

import fr.bastide.kernel.Siren;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.mandate.Provider;
import fr.bastide.loop.mandate.Providers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The firms known to the territory, in PostgreSQL.
final class PostgresProviders implements Providers {

  private final JdbcClient jdbc;

  PostgresProviders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Provider provider) {
    var added =
        jdbc.sql(
                """
                INSERT INTO provider (id, name, siren, city) VALUES (:id, :name, :siren, :city)
                ON CONFLICT (siren) DO NOTHING
                """)
            .param("id", provider.id().value())
            .param("name", provider.name())
            .param("siren", provider.siren().map(Siren::value).orElse(null))
            .param("city", provider.city())
            .update();
    if (added == 0) {
      throw new Conflict(
          new Text(
              "Un prestataire avec ce SIREN est déjà connu.",
              "A provider with this SIREN is known already."));
    }
  }

  @Override
  public Optional<Provider> find(ProviderId id) {
    return jdbc.sql("SELECT * FROM provider WHERE id = :id")
        .param("id", id.value())
        .query((row, number) -> provider(row))
        .optional();
  }

  @Override
  public List<Provider> all() {
    return jdbc.sql("SELECT * FROM provider ORDER BY name COLLATE \"fr-x-icu\", id")
        .query((row, number) -> provider(row))
        .list();
  }

  private static Provider provider(ResultSet row) throws SQLException {
    return new Provider(
        new ProviderId(Columns.uuid(row, "id")),
        row.getString("name"),
        Columns.optionalText(row, "siren").map(Siren::new),
        row.getString("city"));
  }
}
