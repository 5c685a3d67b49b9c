package fr.bastide.store;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Grade;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Language;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.AttachmentId;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.ProviderRole;
import fr.bastide.loop.access.TokenScope;
import fr.bastide.loop.account.ApiToken;
import fr.bastide.loop.account.Invitation;
import fr.bastide.loop.assess.Attachment;
import fr.bastide.loop.assess.StoredAnswer;
import fr.bastide.loop.contract.Contract;
import fr.bastide.loop.contract.Ports;
import fr.bastide.loop.contract.Samples;
import fr.bastide.loop.intake.Channel;
import fr.bastide.loop.intake.MailPosition;
import fr.bastide.loop.intake.Message;
import fr.bastide.loop.intake.Reference;
import fr.bastide.loop.intake.Report;
import fr.bastide.loop.intake.ReportFile;
import fr.bastide.loop.intake.ReportId;
import fr.bastide.loop.journal.JournalEvent;
import fr.bastide.loop.letter.Letter;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.MandateScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One body with a row in every table, and statements without any condition: what the database
/// shows when every check above it is forgotten.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RowSecurityWorld extends Contract {

  /// Tables whose rows are not of one body, with what anybody may see of them.
  static final Set<String> PUBLIC = Set.of("body");

  final PostgresPorts ports = new PostgresPorts(TestDatabase.fresh());
  final JdbcClient raw = JdbcClient.create(ports.database().app());
  final JdbcClient owner = JdbcClient.create(ports.database().owner());
  final World world = new World();

  @Override
  protected Ports ports() {
    return ports;
  }

  @AfterAll
  void close() {
    ports.database().close();
  }

  /// One body with a row in every table.
  final class World {
    final BodyId body = existingBody();
    final Caller mayor = official(body);
    final AccountId account = mayor.account().orElseThrow();
    final ProviderId firm = existingProvider();
    final AssessmentId assessment = existingAssessment(body);
    final Mandate mandate = grant(body, firm, Optional.empty(), MandateScope.ASSESS);

    World() {
      var answer = new StoredAnswer("q", Answer.UNKNOWN, 0, account, "Zoé Lefèvre", Samples.NOON);
      by(
          mayor,
          () -> {
            ports.assessments().save(assessment, answer, 0);
            ports.assessments().setResult(assessment, Samples.result(50, Grade.C));
            ports
                .attachments()
                .add(
                    new Attachment(
                        AttachmentId.random(),
                        assessment,
                        "q",
                        "a.pdf",
                        1,
                        "0".repeat(64),
                        account,
                        Samples.NOON),
                    new byte[1]);
            ports
                .plans()
                .add(
                    Samples.storedPlan(body, assessment, account, Samples.NOON, List.of("a", "b")));
            ports.plans().setCalendarKey(body, account, hash());
            ports.apiTokens().add(token(account));
            ports.accounts().setPassword(account, "{hash}");
            ports.invitations().add(invitation(body, account));
            ports.letters().add(letter());
            ports.journal().append(event(Optional.of(account), Optional.of(body)));
          });
      byHouse(() -> ports.signInFailures().failed("account:x", Samples.NOON));
      byHouse(() -> ports.plans().remind(body, LocalDate.of(2026, 11, 24), Samples.NOON, 1));
      byHouse(RowSecurityWorld.this::openASession);
      byHouse(() -> report(account));
    }
  }

  /// An attack that was told, by mail and with a file; and when the centre answers.
  void report(AccountId lead) {
    var report =
        new Report(
            ReportId.random(),
            Reference.random(),
            Channel.MAIL,
            Language.FR,
            Map.of(),
            Samples.NOON,
            Samples.NOON,
            Report.State.NEW,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            1);
    ports.reports().add(report, Optional.of(hash()), "FHKLMRWXY234");
    var message =
        new Message(
            UUID.randomUUID(),
            report.id(),
            Message.Author.MAIL,
            "a@mairie.example",
            "Texte",
            Samples.NOON,
            Message.Standing.CLAIMED,
            Optional.empty());
    ports.conversations().add(message);
    ports
        .conversations()
        .add(
            new ReportFile(
                UUID.randomUUID(),
                report.id(),
                message.id(),
                "a.pdf",
                "application/pdf",
                1,
                "0".repeat(64),
                Samples.NOON),
            new byte[1]);
    ports.mailPositions().put("boite", new MailPosition(1, 1), Samples.NOON);
    ports.openingTimes().replace(Map.of(), 0, lead, Samples.NOON);
  }

  /// What the web door keeps of somebody who signed in.
  void openASession() {
    raw.sql(
            """
            INSERT INTO spring_session VALUES (:id, :id, 0, 0, 60, 60, 'x')
            """)
        .param("id", UUID.randomUUID().toString())
        .update();
    raw.sql(
            """
            INSERT INTO spring_session_attributes
            SELECT primary_id, 'name', '\\x00' FROM spring_session
            """)
        .update();
    raw.sql(
            """
            INSERT INTO user_credentials (credential_id, user_entity_user_id, public_key,
                                          backup_eligible, backup_state, label)
            VALUES ('c', 'u', '\\x00', false, false, 'key')
            """)
        .update();
  }

  Mandate grant(BodyId body, ProviderId firm, Optional<MandateId> under, MandateScope... scopes) {
    return grant(
        body, firm, under, Samples.NOON.minusSeconds(60), Samples.NOON.plusSeconds(60), scopes);
  }

  Mandate grant(
      BodyId body,
      ProviderId firm,
      Optional<MandateId> under,
      Instant from,
      Instant until,
      MandateScope... scopes) {
    var mandate =
        new Mandate(
            MandateId.random(),
            body,
            firm,
            Set.of(scopes),
            from,
            until,
            existingAccount(),
            true,
            under,
            Optional.empty());
    byHouse(() -> ports.mandates().add(mandate));
    return mandate;
  }

  static ApiToken token(AccountId owner) {
    return new ApiToken(
        UUID.randomUUID(),
        owner,
        "script",
        hash(),
        Set.of(TokenScope.PLANS_READ),
        Samples.NOON,
        Optional.empty());
  }

  static Invitation invitation(BodyId body, AccountId by) {
    return new Invitation(
        hash(),
        Optional.of("a@mairie.example"),
        Optional.of(new Membership.OfBody(body, BodyRole.REFERENT)),
        Optional.of(by),
        Samples.NOON,
        Optional.empty());
  }

  static Letter letter() {
    return new Letter(
        UUID.randomUUID(), "a@mairie.example", Language.FR, "Sujet", "Texte", Samples.NOON);
  }

  static JournalEvent event(Optional<AccountId> actor, Optional<BodyId> body) {
    return new JournalEvent(Samples.NOON, actor, "ANSWER", body, "x");
  }

  Caller person(Membership... hats) {
    return Caller.person(existingAccount(Set.of(hats)), "Noé", Set.of(hats));
  }

  Caller worker(ProviderId firm) {
    return person(new Membership.OfProvider(firm, ProviderRole.AUDITOR));
  }

  List<String> tables() {
    return owner
        .sql(
            """
            SELECT tablename FROM pg_tables
            WHERE schemaname = 'bastide' AND tablename <> 'flyway_schema_history' ORDER BY 1
            """)
        .query(String.class)
        .list();
  }

  boolean ofOneBody(String table) {
    return owner
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM information_schema.columns
                           WHERE table_schema = 'bastide' AND table_name = :table
                             AND column_name = 'body_id')
            """)
        .param("table", table)
        .query(Boolean.class)
        .single();
  }

  /// How many rows a caller counts in each table, with no condition but the body where there is
  /// one.
  Map<String, Long> counts(Caller caller, BodyId body) {
    return inside(caller, () -> count(raw, body));
  }

  Map<String, Long> count(JdbcClient jdbc, BodyId body) {
    var counts = new TreeMap<String, Long>();
    for (var table : tables()) {
      var sql = "SELECT count(*) FROM bastide." + table;
      counts.put(
          table,
          ofOneBody(table)
              ? jdbc.sql(sql + " WHERE body_id = :body")
                  .param("body", body.value())
                  .query(Long.class)
                  .single()
              : jdbc.sql(sql).query(Long.class).single());
    }
    return counts;
  }
}
