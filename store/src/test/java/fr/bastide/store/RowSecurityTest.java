package fr.bastide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.contract.Samples;
import fr.bastide.loop.mandate.MandateScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the database shows to whom.
class RowSecurityTest extends RowSecurityWorld {

  @Test
  void everyTableIsClosedEvenForItsOwner() {
    assertThat(
            owner
                .sql(
                    """
                    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = 'bastide' AND c.relkind IN ('r', 'p')
                      AND c.relname <> 'flyway_schema_history'
                      AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void theApplicationOwnsNothingAndCannotBecomeMore() {
    assertThat(
            raw.sql(
                    """
                    SELECT r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb
                           OR EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid)
                           OR EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid)
                    FROM pg_roles r WHERE r.rolname = current_user
                    """)
                .query(Boolean.class)
                .single())
        .isFalse();
    assertThatThrownBy(() -> raw.sql("SET ROLE bastide_owner").update());
    assertThatThrownBy(
        () -> raw.sql("ALTER TABLE bastide.answer DISABLE ROW LEVEL SECURITY").update());
    assertThatThrownBy(() -> raw.sql("CREATE TABLE bastide.mine (x int)").update());
    assertThatThrownBy(
        () -> raw.sql("SELECT * FROM bastide.flyway_schema_history").query().listOfRows());
  }

  @Test
  void theTestWorldHasARowInEveryTable() {
    assertThat(count(owner, world.body)).allSatisfy((table, rows) -> assertThat(rows).isPositive());
  }

  @Test
  void aVisitorSeesTheRegisterAlone() {
    assertThat(counts(Caller.VISITOR, world.body))
        .allSatisfy((table, rows) -> {
          if (PUBLIC.contains(table)) {
            assertThat(rows).isPositive();
          } else {
            assertThat(rows).as(table).isZero();
          }
        });
  }

  @Test
  void outsideOfATransactionOfTheHouseNothingIsSeen() {
    inside(world.mayor, () -> counts(world.mayor, world.body));
    assertThat(count(raw, world.body))
        .allSatisfy(
            (table, rows) -> assertThat(rows > 0).as(table).isEqualTo(PUBLIC.contains(table)));
  }

  @Test
  void aForeignOfficialSeesNothingOfTheBody() {
    var stranger = official(existingBody());
    var seen = counts(stranger, world.body);
    assertThat(seen)
        .allSatisfy((table, rows) -> {
          if (ofOneBody(table)) {
            assertThat(rows).as(table).isZero();
          }
        });
    // Of the tables without a body: the register, the firms, its own account, the end of the
    // journal.
    seen.keySet().removeIf(this::ofOneBody);
    assertThat(seen)
        .containsOnlyKeys(
            "account",
            "account_password",
            "api_token",
            "body",
            "journal_head",
            "letter",
            "mailbox_position",
            "opening_hours",
            "provider",
            "report",
            "report_file",
            "report_message",
            "sign_in_failure",
            "spring_session",
            "spring_session_attributes",
            "user_credentials")
        .containsEntry("spring_session", 0L)
        .containsEntry("spring_session_attributes", 0L)
        .containsEntry("user_credentials", 0L)
        .containsEntry("account", 1L)
        .containsEntry("account_password", 0L)
        .containsEntry("api_token", 0L)
        .containsEntry("letter", 0L)
        .containsEntry("mailbox_position", 0L)
        .containsEntry("opening_hours", 0L)
        .containsEntry("report", 0L)
        .containsEntry("report_file", 0L)
        .containsEntry("report_message", 0L)
        .containsEntry("sign_in_failure", 0L)
        .containsEntry("journal_head", 1L);
  }

  @Test
  void theBodysOwnPeopleSeeAllOfIt() {
    var hidden =
        Set.of(
            "invitation",
            "letter",
            "mailbox_position",
            "opening_hours",
            "reminder",
            "report",
            "report_file",
            "report_message",
            "sign_in_failure",
            "spring_session",
            "spring_session_attributes",
            "user_credentials");
    assertThat(counts(world.mayor, world.body))
        .allSatisfy(
            (table, rows) -> assertThat(rows > 0).as(table).isEqualTo(!hidden.contains(table)));
  }

  @ParameterizedTest
  @EnumSource(
      value = CentreRole.class,
      names = {"STATE_OBSERVER", "OBSERVATORY_EDITOR"})
  void thoseWhoSeeAggregatesAloneSeeNoRow(CentreRole role) {
    assertThat(counts(centre(role), world.body))
        .allSatisfy((table, rows) -> {
          if (ofOneBody(table)) {
            assertThat(rows).as(table).isZero();
          }
        });
  }

  @Test
  void theAdministratorSeesResultsAndNoAnswers() {
    assertThat(counts(centre(CentreRole.ADMINISTRATOR), world.body))
        .containsEntry("answer", 0L)
        .containsEntry("answer_history", 0L)
        .containsEntry("attachment", 0L)
        .containsEntry("calendar", 0L)
        .hasEntrySatisfying("assessment", rows -> assertThat(rows).isPositive());
  }

  @Test
  void aDisabledAccountSeesNothing() {
    var former = official(world.body);
    byHouse(() ->
        ports.accounts().setDisabled(former.account().orElseThrow(), Optional.of(Samples.NOON)));
    assertThat(counts(former, world.body))
        .containsEntry("assessment", 0L)
        .containsEntry("plan", 0L);
  }

  @Test
  void whatTheCallerClaimsCountsForNothing() {
    var hats = Set.<Membership>of(new Membership.OfCentre(CentreRole.CSIRT_LEAD));
    var liar = Caller.person(existingAccount(), "Noé", hats);
    assertThat(counts(liar, world.body)).containsEntry("assessment", 0L);
  }

  @Test
  void aFirmSeesABodyWhileItsMandateHolds() {
    var body = existingBody();
    existingAssessment(body);
    var firm = existingProvider();
    var worker = worker(firm);
    assertThat(assessments(worker, body)).isZero();
    grant(
        body,
        firm,
        Optional.empty(),
        Samples.NOON.plusSeconds(1),
        Samples.NOON.plusSeconds(9),
        MandateScope.ASSESS);
    assertThat(assessments(worker, body)).as("not begun").isZero();
    grant(
        body,
        firm,
        Optional.empty(),
        Samples.NOON.minusSeconds(9),
        Samples.NOON,
        MandateScope.ASSESS);
    assertThat(assessments(worker, body)).as("just ended").isZero();
    var mandate =
        grant(
            body,
            firm,
            Optional.empty(),
            Samples.NOON,
            Samples.NOON.plusSeconds(9),
            MandateScope.ASSESS);
    assertThat(assessments(worker, body)).isEqualTo(1);
    assertThat(assessments(worker(existingProvider()), body)).isZero();
    byHouse(() -> ports.mandates().revoke(mandate.id(), Samples.NOON));
    assertThat(assessments(worker, body)).as("revoked").isZero();
  }

  private long assessments(Caller caller, BodyId body) {
    return counts(caller, body).getOrDefault("assessment", -1L);
  }

  @Test
  void aVendorSeesABodyWhileTheWholeChainHolds() {
    var body = existingBody();
    existingAssessment(body);
    var integrator = grant(body, existingProvider(), Optional.empty(), MandateScope.MONITOR);
    var vendor = existingProvider();
    grant(body, vendor, Optional.of(integrator.id()), MandateScope.MONITOR);
    var worker = worker(vendor);
    assertThat(assessments(worker, body)).isEqualTo(1);
    owner
        .sql("UPDATE bastide.mandate SET revoked_at = now() WHERE id = :id")
        .param("id", integrator.id().value())
        .update();
    assertThat(assessments(worker, body)).isZero();
  }

  @Test
  void aScopeOpensItsOwnTablesAlone() {
    var body = existingBody();
    var assessment = existingAssessment(body);
    var author = existingAccount();
    byHouse(() ->
        ports
            .plans()
            .add(Samples.storedPlan(body, assessment, author, Samples.NOON, List.of("a"))));
    var firm = existingProvider();
    grant(body, firm, Optional.empty(), MandateScope.INSPECT);
    assertThat(counts(worker(firm), body))
        .containsEntry("assessment", 1L)
        .containsEntry("plan", 0L)
        .containsEntry("plan_item", 0L);
  }
}
