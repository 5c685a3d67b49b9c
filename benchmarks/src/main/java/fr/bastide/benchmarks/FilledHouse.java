package fr.bastide.benchmarks;

import fr.bastide.assessment.Referential;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Gate;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.account.Invitation;
import fr.bastide.loop.account.Secrets;
import fr.bastide.loop.body.BodyDesk;
import fr.bastide.loop.example.ExampleTerritory;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.store.Database;
import fr.bastide.store.DatabaseLocation;
import fr.bastide.store.JournalVault;
import fr.bastide.store.Repositories;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// A data directory with 5,000 assessed bodies and 25,000 assessments, each with all its answers.
final class FilledHouse {

  private static final int INVENTED = 60;
  private static final int BODIES = 5_000;
  private static final int ASSESSMENTS = 25_000;

  private FilledHouse() {}

  /// Fills the directory.
  ///
  /// @return the secret of an invitation to the regional centre
  static String fill(Path data) throws SQLException {
    JournalVault vault = JournalVault.open(data);
    try (Database database = Database.open(new DatabaseLocation.Embedded(data))) {
      Repositories store = Repositories.over(database, InstantSource.system(), vault.chain());
      Threshold threshold =
          new Threshold(
              store.transactions(),
              new Gate(store.mandates(), InstantSource.system()),
              store.journal(),
              InstantSource.system());
      new BodyDesk(
              threshold,
              store.bodies(),
              new MandateDesk(threshold, store.mandates(), store.providers()))
          .open();
      invent(threshold, store);
      multiply(database);
      return invitation(store);
    }
  }

  private static void invent(Threshold threshold, Repositories store) {
    ExampleTerritory.Ports ports =
        new ExampleTerritory.Ports(
            store.bodies(),
            store.assessments(),
            store.accounts(),
            store.providers(),
            store.mandates(),
            store.plans());
    new ExampleTerritory(threshold, ports, Referential.builtin(), new NoSignIn(), 20261124)
        .fill("76", INVENTED, "nobody signs in with a password here");
  }

  /// Copies the invented assessments to other bodies until there are enough.
  private static void multiply(Database database) throws SQLException {
    try (Connection owner = database.owner().getConnection();
        Statement sql = owner.createStatement()) {
      sql.execute("ALTER TABLE answer DISABLE TRIGGER USER");
      sql.execute("ALTER TABLE assessment DISABLE TRIGGER USER");
      sql.execute(
          """
          CREATE TEMP TABLE copies AS
          WITH source AS (
            SELECT id, row_number() OVER (ORDER BY ordinal) - 1 AS place FROM assessment
          ), target AS (
            SELECT id AS body, row_number() OVER (ORDER BY region <> '76', id) - 1 AS place FROM body
            WHERE id NOT IN (SELECT body_id FROM assessment)
            ORDER BY 2 LIMIT %d
          ), again AS (SELECT generate_series(0, %d) AS time)
          SELECT source.id AS source, gen_random_uuid() AS id, target.body, again.time
          FROM target CROSS JOIN again
          JOIN source ON source.place = (target.place * 7 + again.time) %% (SELECT count(*) FROM source)
          """
              .formatted(BODIES - INVENTED, ASSESSMENTS / BODIES - 1));
      sql.execute(
          """
          INSERT INTO assessment (id, body_id, depth, referential, started_at, started_by,
            completed_at, example, scale, total_low, total_point, total_high, grade, themes, answered,
            asked)
          SELECT c.id, c.body, a.depth, a.referential, a.started_at - c.time * interval '100 days',
            a.started_by, a.completed_at - c.time * interval '100 days', true, a.scale, a.total_low,
            a.total_point, a.total_high, a.grade, a.themes, a.answered, a.asked
          FROM copies c JOIN assessment a ON a.id = c.source
          """);
      for (String table : new String[] {"answer", "answer_history"}) {
        String last = table.equals("answer") ? "" : ", too_late";
        sql.execute(
            """
            INSERT INTO %s (assessment_id, body_id, question, kind, choice, evidence_level,
              evidence_date, evidence_expires, note, reason, accepted_by, version, author, author_name,
              at%s)
            SELECT c.id, c.body, o.question, o.kind, o.choice, o.evidence_level, o.evidence_date,
              o.evidence_expires, o.note, o.reason, o.accepted_by, o.version, o.author, o.author_name,
              o.at%s
            FROM copies c JOIN %s o ON o.assessment_id = c.source
            """
                .formatted(table, last, last, table));
      }
      sql.execute("ALTER TABLE answer ENABLE TRIGGER USER");
      sql.execute("ALTER TABLE assessment ENABLE TRIGGER USER");
      sql.execute("ANALYZE");
    }
  }

  /// An invitation to the centre, so that the bench can sign in as a person does.
  private static String invitation(Repositories store) {
    Secrets.Secret secret = Secrets.fresh();
    store
        .transactions()
        .asHouse(() -> {
          store
              .invitations()
              .add(
                  new Invitation(
                      secret.hash(),
                      Optional.of("bench@exemple.invalid"),
                      Optional.of(new Membership.OfCentre(CentreRole.CSIRT_LEAD)),
                      Optional.empty(),
                      Instant.now().plus(Duration.ofDays(1)),
                      Optional.empty()));
          return secret;
        });
    return secret.value();
  }
}
