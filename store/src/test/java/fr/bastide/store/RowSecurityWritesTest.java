package fr.bastide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Grade;
import fr.bastide.kernel.Language;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.assess.StoredAnswer;
import fr.bastide.loop.contract.Samples;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.MandateScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What the database lets whom write, and what it lets nobody change.
class RowSecurityWritesTest extends RowSecurityWorld {

  @Test
  void aForeignOfficialChangesNothing() {
    var stranger = official(existingBody());
    var account = stranger.account().orElseThrow();
    var before = count(owner, world.body);
    var answer = new StoredAnswer("q", Answer.declared("x"), 0, account, "Noé", Samples.NOON);
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(
            () -> by(stranger, () -> ports.assessments().save(world.assessment, answer, 1)));
    by(stranger, () -> ports.assessments().setResult(world.assessment, Samples.result(1, Grade.E)));
    assertThat(
            inside(
                stranger,
                () ->
                    ports
                        .assessments()
                        .complete(world.assessment, Samples.NOON, Samples.result(1, Grade.E))))
        .isFalse();
    by(stranger, () -> ports.mandates().revoke(world.mandate.id(), Samples.NOON));
    by(stranger, () -> ports.accounts().setProfile(world.account, "x", Language.EN));
    by(stranger, () -> ports.accounts().setDisabled(world.account, Optional.of(Samples.NOON)));
    refused(stranger, () -> ports.accounts().setPassword(world.account, "mine"));
    refused(
        stranger,
        () ->
            ports
                .plans()
                .add(
                    Samples.storedPlan(
                        world.body, world.assessment, account, Samples.NOON, List.of("a"))));
    refused(
        stranger,
        () -> ports.assessments().add(Samples.assessment(world.body, account, Samples.NOON)));
    refused(stranger, () -> ports.plans().setCalendarKey(world.body, account, hash()));
    refused(stranger, () -> ports.plans().setCalendarKey(world.body, world.account, hash()));
    refused(stranger, () -> ports.apiTokens().add(token(world.account)));
    refused(stranger, () -> ports.invitations().add(invitation(world.body, account)));
    refused(
        stranger,
        () ->
            ports
                .accounts()
                .addMembership(account, new Membership.OfBody(world.body, BodyRole.OFFICIAL)));
    refused(
        stranger,
        () -> ports.journal().append(event(Optional.of(world.account), Optional.of(world.body))));
    refused(
        stranger,
        () ->
            ports
                .mandates()
                .add(
                    new Mandate(
                        MandateId.random(),
                        world.body,
                        world.firm,
                        Set.of(MandateScope.ASSESS),
                        Samples.NOON,
                        Samples.NOON.plusSeconds(1),
                        account,
                        true,
                        Optional.empty(),
                        Optional.empty())));
    assertThat(count(owner, world.body)).containsAllEntriesOf(ofBody(before));
    assertThat(asHouse(() -> ports.assessments().find(world.assessment)).orElseThrow().open())
        .isTrue();
    assertThat(asHouse(() -> ports.mandates().find(world.mandate.id())).orElseThrow().revokedAt())
        .isEmpty();
    assertThat(asHouse(() -> ports.accounts().find(world.account)).orElseThrow().disabledAt())
        .isEmpty();
  }

  private Map<String, Long> ofBody(Map<String, Long> counts) {
    var those = new TreeMap<>(counts);
    those.keySet().removeIf(table -> !ofOneBody(table));
    return those;
  }

  private void refused(Caller caller, Runnable work) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> by(caller, work))
        .satisfies(e -> assertThat(e.text().fr()).contains("Rien n’a été enregistré"));
  }

  @Test
  void whatOnlyGrowsIsRefusedToTheApplicationAndToTheOwner() {
    for (var table : List.of("journal_entry", "answer_history", "attachment")) {
      for (var change :
          List.of("DELETE FROM bastide.%s", "UPDATE bastide.%s SET body_id = body_id")) {
        var sql = change.formatted(table);
        assertThatThrownBy(() -> asHouse(() -> raw.sql(sql).update()))
            .as(sql)
            .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> owner.sql(sql).update())
            .as(sql)
            .rootCause()
            .hasMessageContaining("never changed nor removed");
      }
      assertThatThrownBy(() -> owner.sql("TRUNCATE bastide." + table).update());
    }
  }

  @Test
  void aCompletedAssessmentIsFinalForTheOwnerToo() {
    var body = existingBody();
    var id = existingAssessment(body);
    asHouse(() -> ports.assessments().complete(id, Samples.NOON, Samples.result(50, Grade.C)));
    for (var sql :
        List.of(
            "UPDATE bastide.assessment SET grade = 'A' WHERE id = :id",
            "DELETE FROM bastide.assessment WHERE id = :id")) {
      assertThatThrownBy(() -> owner.sql(sql).param("id", id.value()).update())
          .rootCause()
          .hasMessageContaining("never changes");
    }
  }

  @Test
  void workForSomebodyElseSeesThroughTheirEyesAndGivesThemBack() {
    var stranger = official(existingBody());
    inside(
        stranger,
        () -> {
          assertThat(count(raw, world.body)).containsEntry("assessment", 0L);
          assertThat(asHouse(() -> count(raw, world.body).getOrDefault("assessment", -1L)))
              .isEqualTo(1L);
          assertThat(count(raw, world.body)).containsEntry("assessment", 0L);
          inside(
              world.mayor,
              () ->
                  assertThat(count(raw, world.body).getOrDefault("assessment", -1L)).isEqualTo(1));
          return assertThat(count(raw, world.body)).containsEntry("assessment", 0L);
        });
  }

  @Test
  void workThatFailsIsUndoneWithTheWorkAroundIt() {
    var before = asHouse(() -> ports.journal().head());
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() ->
            byHouse(() -> {
              ports.journal().append(event(Optional.empty(), Optional.empty()));
              by(
                  world.mayor,
                  () -> {
                    throw new NotFound();
                  });
            }));
    assertThat(asHouse(() -> ports.journal().head())).isEqualTo(before);
  }
}
