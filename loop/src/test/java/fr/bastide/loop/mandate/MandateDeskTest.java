package fr.bastide.loop.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.loop.Denied;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.ProviderRole;
import fr.bastide.loop.access.TokenScope;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.memory.House;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MandateDeskTest {

  private static final Duration YEAR = Duration.ofDays(365);

  private final House house = new House();
  private final MandateDesk desk = house.mandates();
  private final Body body = house.body("Foix");
  private final Body other = house.body("Pamiers");
  private final Caller mayor = house.of(body, BodyRole.OFFICIAL);
  private final Provider integrator = house.provider("Intégrateur");
  private final Provider vendor = house.provider("Éditeur");
  private final Caller engineer = house.of(integrator, ProviderRole.INTEGRATOR);
  private final Caller maker = house.of(vendor, ProviderRole.VENDOR);
  private final Instant now = house.clock().instant();

  private MandateDesk.Grant grant(Provider provider, boolean mayBring, MandateScope... scopes) {
    return new MandateDesk.Grant(provider.id(), Set.of(scopes), now, now.plus(YEAR), mayBring);
  }

  private Mandate granted(Provider provider, boolean mayBring, MandateScope... scopes) {
    return desk.grant(mayor, body.id(), grant(provider, mayBring, scopes));
  }

  private boolean mayAnswer(Caller caller) {
    return house.threshold().may(caller, Act.ANSWER, body.id());
  }

  @Test
  void aMandateOpensTheBodyForItsPeriodAndNoOther() {
    assertThat(mayAnswer(engineer)).isFalse();
    Mandate mandate = granted(integrator, false, MandateScope.ASSESS);
    assertThat(mandate.grantedBy()).isEqualTo(mayor.account().orElseThrow());
    assertThat(mandate.under()).isEmpty();
    assertThat(mayAnswer(engineer)).isTrue();
    assertThat(house.threshold().may(engineer, Act.SEE_BODY, other.id())).isFalse();
    house.clock().set(now.plus(YEAR));
    assertThat(mayAnswer(engineer)).isFalse();
    assertThat(house.acts()).containsExactly("GRANT_MANDATE");
  }

  @Test
  void onlyTheElectedOfficialGrants() {
    Caller referent = house.of(body, BodyRole.REFERENT);
    Caller foreign = house.of(other, BodyRole.OFFICIAL);
    MandateDesk.Grant wish = grant(integrator, true, MandateScope.ASSESS);
    assertThatThrownBy(() -> desk.grant(referent, body.id(), wish)).isInstanceOf(Denied.class);
    assertThatThrownBy(() -> desk.grant(foreign, body.id(), wish)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.grant(engineer, body.id(), wish)).isInstanceOf(NotFound.class);
    assertThat(house.ports().mandates().ofBody(body.id())).isEmpty();
    assertThat(house.acts()).isEmpty();
  }

  @Test
  void aPeriodOrAScopeWithoutSenseIsRefused() {
    Set<MandateScope> scopes = Set.of(MandateScope.ASSESS);
    for (MandateDesk.Grant wrong :
        new MandateDesk.Grant[] {
          new MandateDesk.Grant(integrator.id(), Set.of(), now, now.plus(YEAR), false),
          new MandateDesk.Grant(integrator.id(), scopes, now, now, false),
          new MandateDesk.Grant(integrator.id(), scopes, now, now.minusSeconds(1), false),
          new MandateDesk.Grant(
              integrator.id(), scopes, now, now.plus(MandateDesk.LONGEST).plusNanos(1), false),
          new MandateDesk.Grant(integrator.id(), scopes, Instant.MIN, Instant.MAX, false),
          new MandateDesk.Grant(ProviderId.random(), scopes, now, now.plus(YEAR), false)
        }) {
      assertThatThrownBy(() -> desk.grant(mayor, body.id(), wrong))
          .as("%s", wrong)
          .isInstanceOf(Invalid.class);
    }
    assertThat(house.ports().mandates().ofBody(body.id())).isEmpty();
  }

  @Test
  void anIntegratorBringsAVendorInAndTheBodySeesTheWholeChain() {
    Mandate own = granted(integrator, true, MandateScope.ASSESS, MandateScope.MONITOR);
    Mandate under =
        desk.bringVendor(engineer, body.id(), own.id(), grant(vendor, false, MandateScope.ASSESS));
    assertThat(under.under()).contains(own.id());
    assertThat(mayAnswer(maker)).isTrue();
    assertThat(desk.ofBody(mayor, body.id()))
        .containsExactly(
            new MandateDesk.Held(under, vendor), new MandateDesk.Held(own, integrator));
    assertThatThrownBy(() -> desk.ofBody(engineer, body.id())).isInstanceOf(Denied.class);
    assertThat(desk.ofBody(house.of(CentreRole.PROGRAMME_OFFICER), body.id())).hasSize(2);
  }

  @Test
  void aVendorIsBroughtInOnlyWhenTheBodyAllowedIt() {
    Mandate own = granted(integrator, false, MandateScope.ASSESS);
    assertThatThrownBy(() ->
            desk.bringVendor(
                engineer, body.id(), own.id(), grant(vendor, false, MandateScope.ASSESS)))
        .isInstanceOf(Denied.class);
    assertThat(mayAnswer(maker)).isFalse();
  }

  @Test
  void aVendorBringsNobodyInUnlessAllowedInItsTurn() {
    Mandate own = granted(integrator, true, MandateScope.ASSESS);
    Provider third = house.provider("Tiers");
    Mandate closed =
        desk.bringVendor(engineer, body.id(), own.id(), grant(vendor, false, MandateScope.ASSESS));
    assertThatThrownBy(() ->
            desk.bringVendor(
                maker, body.id(), closed.id(), grant(third, false, MandateScope.ASSESS)))
        .isInstanceOf(Denied.class);
    Mandate open =
        desk.bringVendor(engineer, body.id(), own.id(), grant(vendor, true, MandateScope.ASSESS));
    desk.bringVendor(maker, body.id(), open.id(), grant(third, false, MandateScope.ASSESS));
    assertThat(mayAnswer(house.of(third, ProviderRole.VENDOR))).isTrue();
  }

  @Test
  void nothingUnderAMandateIsWiderOrLonger() {
    Mandate own = granted(integrator, true, MandateScope.ASSESS);
    Set<MandateScope> scopes = Set.of(MandateScope.ASSESS);
    Instant until = own.until();
    for (MandateDesk.Grant wider :
        new MandateDesk.Grant[] {
          grant(vendor, false, MandateScope.ASSESS, MandateScope.INSPECT),
          grant(vendor, false, MandateScope.RESPOND),
          new MandateDesk.Grant(vendor.id(), scopes, now.minusNanos(1), until, false),
          new MandateDesk.Grant(vendor.id(), scopes, now, until.plusNanos(1), false)
        }) {
      assertThatThrownBy(() -> desk.bringVendor(engineer, body.id(), own.id(), wider))
          .as("%s", wider)
          .isInstanceOf(Invalid.class);
    }
    assertThat(house.ports().mandates().ofBody(body.id())).containsExactly(own);
  }

  @Test
  void nobodyActsUnderAMandateThatIsNotTheirs() {
    Mandate own = granted(integrator, true, MandateScope.values());
    granted(vendor, true, MandateScope.values());
    MandateDesk.Grant wish = grant(house.provider("Tiers"), false, MandateScope.ASSESS);
    assertThatThrownBy(() -> desk.bringVendor(maker, body.id(), own.id(), wish))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.bringVendor(engineer, body.id(), MandateId.random(), wish))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.bringVendor(engineer, other.id(), own.id(), wish))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.bringVendor(mayor, body.id(), own.id(), wish))
        .isInstanceOf(Denied.class);
  }

  @Test
  void theOlderOfTwoMandatesServesAsWellAsTheNewer() {
    Mandate older = granted(integrator, true, MandateScope.ASSESS);
    granted(integrator, false, MandateScope.ASSESS);
    Mandate under =
        desk.bringVendor(
            engineer, body.id(), older.id(), grant(vendor, false, MandateScope.ASSESS));
    assertThat(under.under()).contains(older.id());
  }

  @Test
  void revocationEndsTheWholeChainAtOnce() {
    Mandate own = granted(integrator, true, MandateScope.ASSESS);
    Mandate under =
        desk.bringVendor(engineer, body.id(), own.id(), grant(vendor, false, MandateScope.ASSESS));
    Mandate apart = granted(house.provider("Témoin"), false, MandateScope.ASSESS);
    house.clock().advance(Duration.ofHours(1));
    desk.revoke(house.of(body, BodyRole.REFERENT), body.id(), own.id());
    assertThat(mayAnswer(engineer)).isFalse();
    assertThat(mayAnswer(maker)).isFalse();
    assertThat(house.ports().mandates().find(under.id()).orElseThrow().revokedAt())
        .contains(house.clock().instant());
    assertThat(house.ports().mandates().find(apart.id())).contains(apart);
    assertThatThrownBy(() ->
            desk.bringVendor(
                engineer, body.id(), own.id(), grant(vendor, false, MandateScope.ASSESS)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void revocationEndsEveryRightOfEveryLinkBelow() {
    MandateScope[] all = MandateScope.values();
    Mandate own = granted(integrator, true, all);
    Mandate under = desk.bringVendor(engineer, body.id(), own.id(), grant(vendor, true, all));
    Provider third = house.provider("Tiers");
    Caller last = house.of(third, ProviderRole.VENDOR);
    Mandate end = desk.bringVendor(maker, body.id(), under.id(), grant(third, false, all));
    List<Act> before = rights(last);
    assertThat(before).contains(Act.SEE_BODY, Act.ANSWER, Act.READ_PLAN, Act.BRING_VENDOR);
    desk.revoke(mayor, body.id(), own.id());
    for (Caller one : List.of(engineer, maker, last)) {
      assertThat(rights(one)).isEmpty();
      assertThat(desk.mine(one)).isEmpty();
    }
    assertThat(desk.ofBody(mayor, body.id()))
        .extracting(held -> held.mandate().id())
        .containsExactly(end.id(), under.id(), own.id());
    assertThat(desk.ofBody(mayor, body.id()))
        .allSatisfy(held -> assertThat(held.mandate().revokedAt()).contains(now));
  }

  private List<Act> rights(Caller caller) {
    return Arrays.stream(Act.values())
        .filter(act -> act.rule().target() == Act.Target.BODY)
        .filter(act -> house.threshold().may(caller, act, body.id()))
        .toList();
  }

  @Test
  void revokingOneLinkLeavesTheOneAbove() {
    Mandate own = granted(integrator, true, MandateScope.ASSESS);
    Mandate under =
        desk.bringVendor(engineer, body.id(), own.id(), grant(vendor, false, MandateScope.ASSESS));
    desk.revoke(mayor, body.id(), under.id());
    assertThat(mayAnswer(maker)).isFalse();
    assertThat(mayAnswer(engineer)).isTrue();
  }

  @Test
  void nobodyRevokesTheMandateOfAnotherBody() {
    Mandate own = granted(integrator, false, MandateScope.ASSESS);
    Caller foreign = house.of(other, BodyRole.OFFICIAL);
    assertThatThrownBy(() -> desk.revoke(foreign, body.id(), own.id()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.revoke(foreign, other.id(), own.id()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.revoke(engineer, body.id(), own.id())).isInstanceOf(Denied.class);
    assertThat(mayAnswer(engineer)).isTrue();
  }

  @Test
  void aChainThatIsTooLongIsRefusedWhenItIsMade() {
    Mandate link = granted(integrator, true, MandateScope.ASSESS);
    Caller last = engineer;
    for (int length = 2; length <= Mandate.MAX_CHAIN; length++) {
      Provider next = house.provider("Maillon " + length);
      link = desk.bringVendor(last, body.id(), link.id(), grant(next, true, MandateScope.ASSESS));
      last = house.of(next, ProviderRole.VENDOR);
      assertThat(mayAnswer(last)).as("a chain of %d", length).isTrue();
    }
    MandateId end = link.id();
    Caller atTheEnd = last;
    assertThatThrownBy(() ->
            desk.bringVendor(atTheEnd, body.id(), end, grant(vendor, false, MandateScope.ASSESS)))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void aFirmListsTheBodiesItWorksFor() {
    Mandate own = granted(integrator, true, MandateScope.MONITOR);
    Mandate ended = granted(integrator, true, MandateScope.ASSESS);
    desk.revoke(mayor, body.id(), ended.id());
    assertThat(desk.mine(engineer)).containsExactly(own);
    assertThat(desk.mine(maker)).isEmpty();
    assertThat(house.bodies().mine(engineer)).containsExactly(body);
    assertThat(house.bodies().mine(mayor)).containsExactly(body);
    assertThatThrownBy(() -> desk.mine(Caller.VISITOR)).isInstanceOf(Denied.class);
    Caller program =
        new Caller(
            engineer.account(),
            engineer.name(),
            engineer.memberships(),
            Optional.of(EnumSet.of(TokenScope.BODIES_READ)));
    assertThat(house.bodies().mine(program)).containsExactly(body);
    house.clock().set(own.until());
    assertThat(desk.mine(engineer)).isEmpty();
    assertThat(house.bodies().mine(engineer)).isEmpty();
  }

  @Test
  void whoeverIsSignedInSeesTheFirms() {
    assertThat(desk.providers(mayor)).containsExactlyInAnyOrder(integrator, vendor);
    assertThatThrownBy(() -> desk.providers(Caller.VISITOR)).isInstanceOf(Denied.class);
  }
}
