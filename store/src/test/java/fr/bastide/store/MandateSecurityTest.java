package fr.bastide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.loop.MandateId;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.contract.Samples;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.MandateScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/// What the database lets be given under a mandate, and how a mandate ends, whatever the
/// application forgets to check.
class MandateSecurityTest extends RowSecurityWorld {

  private static final Instant BEGIN = Samples.NOON.minusSeconds(60);
  private static final Instant END = Samples.NOON.plusSeconds(60);

  private ProviderId firm = ProviderId.random();
  private Caller holder = Caller.VISITOR;
  private Mandate above = world.mandate;

  @BeforeEach
  void aFirmWithAMandate() {
    firm = existingProvider();
    holder = worker(firm);
    above = grant(world.body, firm, Optional.empty(), MandateScope.ASSESS, MandateScope.MONITOR);
  }

  private Mandate under(Mandate parent, Caller author) {
    return new Mandate(
        MandateId.random(),
        parent.body(),
        existingProvider(),
        Set.of(MandateScope.ASSESS),
        BEGIN,
        END,
        author.account().orElseThrow(),
        true,
        Optional.of(parent.id()),
        Optional.empty());
  }

  private boolean kept(Caller author, Mandate mandate) {
    try {
      by(author, () -> ports.mandates().add(mandate));
      return true;
    } catch (StoreException refused) {
      return false;
    }
  }

  private Mandate again(Mandate mandate) {
    return asHouse(() -> ports.mandates().find(mandate.id())).orElseThrow();
  }

  @Test
  void theHolderGivesWhatItsMandateContains() {
    assertThat(kept(holder, under(above, holder))).isTrue();
    assertThat(kept(holder, with(under(above, holder), BEGIN.plusSeconds(1), END.minusSeconds(1))))
        .isTrue();
  }

  @Test
  void nothingWiderOrLongerIsGiven() {
    var plain = under(above, holder);
    for (var scopes :
        List.of(
            Set.of(MandateScope.INSPECT),
            Set.of(MandateScope.ASSESS, MandateScope.INSPECT),
            Set.of(MandateScope.values()))) {
      assertThat(kept(holder, with(plain, scopes))).as("%s", scopes).isFalse();
    }
    assertThat(kept(holder, with(plain, BEGIN.minusMillis(1), END))).isFalse();
    assertThat(kept(holder, with(plain, BEGIN, END.plusMillis(1)))).isFalse();
  }

  @Test
  void onlyTheHolderOfThatVeryMandateGives() {
    var bystander = existingProvider();
    grant(world.body, bystander, Optional.empty(), MandateScope.values());
    for (var author :
        List.of(
            worker(bystander),
            world.mayor,
            centre(fr.bastide.loop.access.CentreRole.ADMINISTRATOR),
            person())) {
      assertThat(kept(author, under(above, author))).isFalse();
    }
    assertThat(kept(holder, under(above, world.mayor))).as("in another name").isFalse();
    assertThat(kept(holder, without(under(above, holder)))).as("as the body itself").isFalse();
  }

  @Test
  void nothingIsGivenUnderAMandateThatForbidsItOrIsOfAnotherBody() {
    var closed =
        new Mandate(
            MandateId.random(),
            world.body,
            firm,
            Set.of(MandateScope.ASSESS),
            BEGIN,
            END,
            world.account,
            false,
            Optional.empty(),
            Optional.empty());
    byHouse(() -> ports.mandates().add(closed));
    assertThat(kept(holder, under(closed, holder))).isFalse();
    var foreign = grant(existingBody(), firm, Optional.empty(), MandateScope.ASSESS);
    var crossed = under(foreign, holder);
    assertThat(
            kept(
                holder,
                new Mandate(
                    crossed.id(),
                    world.body,
                    crossed.provider(),
                    crossed.scopes(),
                    BEGIN,
                    END,
                    crossed.grantedBy(),
                    true,
                    crossed.under(),
                    Optional.empty())))
        .isFalse();
  }

  @Test
  void nothingIsGivenUnderAMandateThatIsNotActive() {
    var later =
        grant(
            world.body,
            firm,
            Optional.empty(),
            Samples.NOON.plusSeconds(1),
            END,
            MandateScope.ASSESS);
    assertThat(kept(holder, with(under(later, holder), Samples.NOON.plusSeconds(1), END)))
        .isFalse();
    var child = under(above, holder);
    assertThat(kept(holder, child)).isTrue();
    var vendor = worker(child.provider());
    assertThat(kept(vendor, under(child, vendor))).isTrue();
    byHouse(() -> ports.mandates().revoke(above.id(), Samples.NOON));
    assertThat(kept(holder, under(above, holder))).isFalse();
    assertThat(kept(vendor, under(child, vendor))).isFalse();
  }

  @Test
  void aChainHasFourLinksAtMost() {
    var link = above;
    var author = holder;
    for (int length = 2; length <= Mandate.MAX_CHAIN; length++) {
      var next = under(link, author);
      assertThat(kept(author, next)).as("a chain of %d", length).isTrue();
      link = next;
      author = worker(next.provider());
    }
    assertThat(kept(author, under(link, author))).isFalse();
  }

  @Test
  void aMandateIsNeitherWidenedNorGivenBackByAnybody() {
    by(world.mayor, () -> ports.mandates().revoke(above.id(), Samples.NOON));
    for (var change : List.of("revoked_at = NULL", "revoked_at = now() + interval '1 year'")) {
      var sql = "UPDATE bastide.mandate SET " + change + " WHERE id = :id";
      assertThatExceptionOfType(StoreException.class)
          .as(change)
          .isThrownBy(
              () -> by(world.mayor, () -> raw.sql(sql).param("id", above.id().value()).update()));
    }
    for (var change :
        List.of(
            "revoked_at = NULL",
            "scopes = '{INSPECT}'",
            "ends = ends + interval '1 day'",
            "begins = begins - interval '1 day'",
            "may_bring_vendors = NOT may_bring_vendors",
            "under_id = id",
            "granted_by = '" + world.account + "'")) {
      var sql = "UPDATE bastide.mandate SET " + change + " WHERE id = :id";
      assertThatThrownBy(() -> owner.sql(sql).param("id", above.id().value()).update())
          .as(change)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("never changes");
    }
  }

  @Test
  void whoeverRevokesOneLinkInTheDatabaseEndsAllBelow() {
    var child = under(above, holder);
    assertThat(kept(holder, child)).isTrue();
    var vendor = worker(child.provider());
    var grandchild = under(child, vendor);
    assertThat(kept(vendor, grandchild)).isTrue();
    var last = worker(grandchild.provider());
    assertThat(counts(last, world.body)).containsEntry("assessment", 1L);
    by(
        world.mayor,
        () ->
            raw.sql("UPDATE mandate SET revoked_at = moment() WHERE id = :id")
                .param("id", above.id().value())
                .update());
    for (var link : List.of(above, child, grandchild)) {
      assertThat(again(link).revokedAt()).contains(Samples.NOON);
    }
    for (var caller : List.of(holder, vendor, last)) {
      assertThat(counts(caller, world.body)).containsEntry("assessment", 0L);
    }
  }

  @Test
  void whatIsGivenWhileTheLinkAboveEndsEndsWithIt() throws Exception {
    var child = under(above, holder);
    var given = new CountDownLatch(1);
    try (var people = Executors.newFixedThreadPool(2)) {
      var giving =
          people.submit(() ->
              by(
                  holder,
                  () -> {
                    ports.mandates().add(child);
                    given.countDown();
                    pause();
                  }));
      var revoking =
          people.submit(() -> {
            given.await();
            by(world.mayor, () -> ports.mandates().revoke(above.id(), Samples.NOON));
            return true;
          });
      giving.get(30, TimeUnit.SECONDS);
      revoking.get(30, TimeUnit.SECONDS);
    }
    assertThat(again(above).revokedAt()).isPresent();
    assertThat(again(child).revokedAt()).as("it was not seen by whoever revoked").isPresent();
  }

  @Test
  void aFirmSeesItsOwnChainAndNoOtherMandateOfTheBody() {
    var child = under(above, holder);
    assertThat(kept(holder, child)).isTrue();
    var vendor = worker(child.provider());
    assertThat(inside(vendor, () -> ports.mandates().ofBody(world.body)))
        .extracting(Mandate::id)
        .containsExactly(child.id(), above.id());
    assertThat(inside(holder, () -> ports.mandates().ofBody(world.body)))
        .extracting(Mandate::id)
        .containsExactly(above.id());
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(400));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Mandate with(Mandate m, Set<MandateScope> scopes) {
    return changed(m, scopes, m.from(), m.until(), m.under());
  }

  private static Mandate with(Mandate m, Instant from, Instant until) {
    return changed(m, m.scopes(), from, until, m.under());
  }

  private static Mandate without(Mandate m) {
    return changed(m, m.scopes(), m.from(), m.until(), Optional.empty());
  }

  private static Mandate changed(
      Mandate m, Set<MandateScope> scopes, Instant from, Instant until, Optional<MandateId> under) {
    return new Mandate(
        m.id(),
        m.body(),
        m.provider(),
        scopes,
        from,
        until,
        m.grantedBy(),
        m.mayBringVendors(),
        under,
        m.revokedAt());
  }
}
