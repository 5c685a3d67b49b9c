package fr.bastide.store;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Siren;
import fr.bastide.loop.body.Bodies;
import fr.bastide.loop.body.Body;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The register of bodies in PostgreSQL.
final class PostgresBodies implements Bodies {

  private static final int AT_ONCE = 2_000;

  private final JdbcClient jdbc;

  PostgresBodies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int addAll(Collection<Body> bodies) {
    var all = new ArrayList<>(bodies);
    var added = 0;
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      added += add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    return added;
  }

  /// One statement with an array for each column: 35,000 bodies in about a second.
  private int add(List<Body> bodies) {
    return jdbc.sql(
            """
            INSERT INTO body (id, form, name, siren, insee, departement, region, population,
                              workstations, email, example)
            SELECT * FROM unnest(:ids::text[], :forms::text[], :names::text[], :sirens::text[],
                                 :insees::text[], :departements::text[], :regions::text[],
                                 :populations::integer[], :workstations::integer[],
                                 :emails::text[], :examples::boolean[])
            ON CONFLICT (id) DO NOTHING
            """)
        .param("ids", texts(bodies, b -> Optional.of(b.id().value())))
        .param("forms", texts(bodies, b -> Optional.of(b.form().name())))
        .param("names", texts(bodies, b -> Optional.of(b.name())))
        .param("sirens", texts(bodies, b -> b.siren().map(Siren::value)))
        .param("insees", texts(bodies, Body::insee))
        .param("departements", texts(bodies, b -> Optional.of(b.departement())))
        .param("regions", texts(bodies, b -> Optional.of(b.region())))
        .param("populations", texts(bodies, b -> b.population().map(String::valueOf)))
        .param("workstations", texts(bodies, b -> b.workstations().map(String::valueOf)))
        .param("emails", texts(bodies, Body::email))
        .param("examples", texts(bodies, b -> Optional.of(String.valueOf(b.example()))))
        .update();
  }

  private static String[] texts(List<Body> bodies, Function<Body, Optional<String>> value) {
    return bodies.stream().map(b -> value.apply(b).orElse(null)).toArray(String[]::new);
  }

  @Override
  public void update(Body body) {
    jdbc.sql(
            """
            UPDATE body
            SET form = :form, name = :name, siren = :siren, insee = :insee,
                departement = :departement, region = :region, population = :population::integer,
                workstations = :workstations::integer, email = :email, example = :example
            WHERE id = :id
            """)
        .param("id", body.id().value())
        .param("form", body.form().name())
        .param("name", body.name())
        .param("siren", body.siren().map(Siren::value).orElse(null))
        .param("insee", body.insee().orElse(null))
        .param("departement", body.departement())
        .param("region", body.region())
        .param("population", body.population().orElse(null))
        .param("workstations", body.workstations().orElse(null))
        .param("email", body.email().orElse(null))
        .param("example", body.example())
        .update();
  }

  @Override
  public Optional<Body> find(BodyId id) {
    return jdbc.sql("SELECT b.* FROM body b WHERE b.id = :id")
        .param("id", id.value())
        .query((row, number) -> body(row))
        .optional();
  }

  @Override
  public Optional<Body> find(Siren siren) {
    return jdbc.sql("SELECT b.* FROM body b WHERE b.siren = :siren ORDER BY b.id LIMIT 1")
        .param("siren", siren.value())
        .query((row, number) -> body(row))
        .optional();
  }

  @Override
  public List<Body> findAll(Collection<BodyId> ids) {
    return jdbc.sql(
            """
            SELECT b.* FROM body b WHERE b.id = ANY (:ids::text[])
            ORDER BY b.name COLLATE "fr-x-icu", b.id
            """)
        .param("ids", Columns.texts(ids))
        .query((row, number) -> body(row))
        .list();
  }

  @Override
  public long count() {
    return jdbc.sql("SELECT count(*) FROM body").query(Long.class).single();
  }

  @Override
  public void readAll(Consumer<Body> reader) {
    jdbc.sql("SELECT b.* FROM body b")
        .withFetchSize(AT_ONCE)
        .query(row -> {
          reader.accept(body(row));
        });
  }

  /// Reads the columns of `body`, which other tables are joined to under their own names.
  static Body body(ResultSet row) throws SQLException {
    return new Body(
        new BodyId(row.getString("id")),
        Columns.name(row, "form", BodyForm.class),
        row.getString("name"),
        Columns.optionalText(row, "siren").map(Siren::new),
        Columns.optionalText(row, "insee"),
        row.getString("departement"),
        row.getString("region"),
        Columns.optionalInt(row, "population"),
        Columns.optionalInt(row, "workstations"),
        Columns.optionalText(row, "email"),
        row.getBoolean("example"));
  }
}
