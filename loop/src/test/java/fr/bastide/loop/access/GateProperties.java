package fr.bastide.loop.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.Denied;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.MandateScope;
import fr.bastide.loop.memory.House;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Every act by every kind of caller, against the table written by hand.
class GateProperties {

  private static final long SEED = Long.getLong("bastide.seed", 20_261_124L);
  private static final Duration DAY = Duration.ofDays(1);

  private final Map<Act, Rights> table = Rights.table();
  private final House house = new House();
  private final Body own = house.body("Foix");
  private final Body foreign = house.body("Pamiers");
  private final Caller mayor = house.of(own, BodyRole.OFFICIAL);
  private int walked;

  private enum Outcome {
    PASSES,
    DENIED,
    NOT_FOUND
  }

  /// How a mandate may stand.
  private enum Standing {
    ACTIVE(true),
    UNDER_AN_ACTIVE_ONE(true),
    FROM_THIS_INSTANT(true),
    EXPIRED(false),
    UNTIL_THIS_INSTANT(false),
    NOT_YET(false),
    REVOKED(false),
    UNDER_A_REVOKED_ONE(false),
    UNDER_AN_EXPIRED_ONE(false),
    UNDER_ONE_OF_ANOTHER_BODY(false),
    OF_ANOTHER_FIRM(false),
    OF_ANOTHER_BODY(false);

    private final boolean holds;

    Standing(boolean holds) {
      this.holds = holds;
    }
  }

  private Outcome outcome(Caller caller, Act act, BodyId body) {
    try {
      house.threshold().gate().require(caller, act, body);
      return Outcome.PASSES;
    } catch (Denied denied) {
      return Outcome.DENIED;
    } catch (NotFound notFound) {
      return Outcome.NOT_FOUND;
    }
  }

  /// What the table says of a caller with these hats, these scopes under mandate for the body, and
  /// this token.
  private Outcome expected(
      Act act, Caller caller, BodyId body, Set<MandateScope> scopes, Optional<TokenScope> token) {
    Rights rights = Rights.of(table, act);
    boolean may =
        switch (rights.on()) {
          case "public" -> true;
          case "oneself" -> caller.known();
          case "territory" -> caller.centreRoles().anyMatch(rights.centre()::contains);
          default -> rights.given(caller, body, scopes);
        };
    boolean sees =
        !rights.on().equals("body")
            || !caller.known()
            || Rights.of(table, Act.SEE_BODY).given(caller, body, scopes);
    if (!sees) {
      return Outcome.NOT_FOUND;
    }
    return may && rights.within(token) ? Outcome.PASSES : Outcome.DENIED;
  }

  /// Walks all acts as the person, and as its program with each scope.
  private void walk(String who, Caller person, BodyId body, Set<MandateScope> scopes) {
    List<Optional<TokenScope>> tokens = new ArrayList<>();
    tokens.add(Optional.empty());
    if (person.known()) {
      for (TokenScope scope : TokenScope.values()) {
        tokens.add(Optional.of(scope));
      }
    }
    for (Optional<TokenScope> token : tokens) {
      Caller caller =
          new Caller(person.account(), person.name(), person.memberships(), token.map(Set::of));
      for (Act act : Act.values()) {
        Outcome wanted = expected(act, caller, body, scopes, token);
        assertThat(outcome(caller, act, body))
            .as("%s of %s with %s, seed %d", act, who, token, SEED)
            .isEqualTo(wanted);
        assertThat(house.threshold().gate().allows(caller, act, body))
            .as("button %s of %s with %s, seed %d", act, who, token, SEED)
            .isEqualTo(wanted == Outcome.PASSES);
        walked++;
      }
    }
  }

  @Test
  void visitors() {
    walk("a visitor", Caller.VISITOR, own.id(), Set.of());
    assertThat(walked).isEqualTo(Act.values().length);
  }

  @Test
  void peopleOfABody() {
    for (BodyRole role : BodyRole.values()) {
      Caller caller = house.of(own, role);
      walk(role + " of the body", caller, own.id(), Set.of());
      walk(role + " of another body", caller, foreign.id(), Set.of());
      walk(role + " and no such body", caller, new BodyId("commune-99999"), Set.of());
    }
  }

  @Test
  void peopleOfTheCentre() {
    for (CentreRole role : CentreRole.values()) {
      walk(role.name(), house.of(role), own.id(), Set.of());
    }
    walk("nobody in particular", house.account("Sans rôle").caller(), own.id(), Set.of());
  }

  @Test
  void peopleOfAProviderWithEachMandateInEachStanding() {
    for (ProviderRole role : ProviderRole.values()) {
      for (Standing standing : Standing.values()) {
        for (MandateScope scope : MandateScope.values()) {
          ProviderId firm = house.provider(role + " " + standing + " " + scope).id();
          Caller caller = house.account("Alix", new Membership.OfProvider(firm, role)).caller();
          grant(firm, scope, standing);
          String who = role + ", " + scope + " " + standing;
          walk(who, caller, own.id(), standing.holds ? Set.of(scope) : Set.of());
          walk(
              who + ", at another body",
              caller,
              foreign.id(),
              standing == Standing.OF_ANOTHER_BODY ? Set.of(scope) : Set.of());
        }
      }
    }
    assertThat(walked)
        .isEqualTo(
            4
                * Standing.values().length
                * 4
                * 2
                * (1 + TokenScope.values().length)
                * Act.values().length);
  }

  private void grant(ProviderId firm, MandateScope scope, Standing standing) {
    Instant now = house.clock().instant();
    Instant before = now.minus(DAY);
    Instant after = now.plus(DAY);
    switch (standing) {
      case ACTIVE -> keep(own, firm, scope, before, after, Optional.empty());
      case FROM_THIS_INSTANT -> keep(own, firm, scope, now, after, Optional.empty());
      case EXPIRED -> keep(own, firm, scope, before, now.minusNanos(1), Optional.empty());
      case UNTIL_THIS_INSTANT -> keep(own, firm, scope, before, now, Optional.empty());
      case NOT_YET -> keep(own, firm, scope, now.plusNanos(1), after, Optional.empty());
      case REVOKED -> revoke(keep(own, firm, scope, before, after, Optional.empty()));
      case UNDER_AN_ACTIVE_ONE -> {
        MandateId above = above(own, before, after);
        keep(own, firm, scope, before, after, Optional.of(above));
      }
      case UNDER_A_REVOKED_ONE -> {
        MandateId above = above(own, before, after);
        // Ended first, so that the link under it is not ended with it.
        revoke(above);
        keep(own, firm, scope, before, after, Optional.of(above));
      }
      case UNDER_AN_EXPIRED_ONE ->
          keep(own, firm, scope, before, after, Optional.of(above(own, before, now)));
      case UNDER_ONE_OF_ANOTHER_BODY ->
          keep(own, firm, scope, before, after, Optional.of(above(foreign, before, after)));
      case OF_ANOTHER_FIRM ->
          keep(own, house.provider("Une autre").id(), scope, before, after, Optional.empty());
      case OF_ANOTHER_BODY -> keep(foreign, firm, scope, before, after, Optional.empty());
    }
  }

  private MandateId above(Body body, Instant from, Instant until) {
    ProviderId integrator = house.provider("Intégrateur").id();
    return keep(body, integrator, MandateScope.ASSESS, from, until, Optional.empty());
  }

  private MandateId keep(
      Body body,
      ProviderId firm,
      MandateScope scope,
      Instant from,
      Instant until,
      Optional<MandateId> under) {
    MandateId id = MandateId.random();
    house
        .ports()
        .mandates()
        .add(
            new Mandate(
                id,
                body.id(),
                firm,
                Set.of(scope),
                from,
                until,
                mayor.account().orElseThrow(),
                true,
                under,
                Optional.empty()));
    return id;
  }

  private void revoke(MandateId id) {
    house.ports().mandates().revoke(id, house.clock().instant());
  }

  @Test
  void aChainHoldsUpToItsLongestAndNoFurther() {
    Instant from = house.clock().instant().minus(DAY);
    Instant until = house.clock().instant().plus(DAY);
    Optional<MandateId> under = Optional.empty();
    for (int length = 1; length <= Mandate.MAX_CHAIN + 2; length++) {
      ProviderId firm = house.provider("Maillon " + length).id();
      under = Optional.of(keep(own, firm, MandateScope.ASSESS, from, until, under));
      Caller caller =
          house.account("Alix", new Membership.OfProvider(firm, ProviderRole.VENDOR)).caller();
      assertThat(house.threshold().gate().allows(caller, Act.ANSWER, own.id()))
          .as("a chain of %d", length)
          .isEqualTo(length <= Mandate.MAX_CHAIN);
    }
  }

  @Test
  void severalHatsAddUpAndNeverMore() {
    RandomGenerator random = new SplittableRandom(SEED);
    List<ProviderId> firms = new ArrayList<>();
    List<Set<MandateScope>> scopes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ProviderId firm = house.provider("Maison " + i).id();
      Set<MandateScope> held = new HashSet<>();
      for (int n = random.nextInt(4); n > 0; n--) {
        MandateScope scope = MandateScope.values()[random.nextInt(4)];
        Standing standing = Standing.values()[random.nextInt(Standing.values().length)];
        grant(firm, scope, standing);
        if (standing.holds) {
          held.add(scope);
        }
      }
      firms.add(firm);
      scopes.add(held);
    }
    for (int i = 0; i < 300; i++) {
      Set<Membership> hats = new HashSet<>();
      Set<MandateScope> held = new HashSet<>();
      for (int n = random.nextInt(5); n > 0; n--) {
        switch (random.nextInt(4)) {
          case 0 -> hats.add(new Membership.OfBody(own.id(), any(random, BodyRole.values())));
          case 1 -> hats.add(new Membership.OfBody(foreign.id(), any(random, BodyRole.values())));
          case 2 -> hats.add(new Membership.OfCentre(any(random, CentreRole.values())));
          default -> {
            int firm = random.nextInt(firms.size());
            hats.add(
                new Membership.OfProvider(firms.get(firm), any(random, ProviderRole.values())));
            held.addAll(scopes.get(firm));
          }
        }
      }
      Caller caller = Caller.person(mayor.account().orElseThrow(), "Alix", hats);
      walk("somebody with " + hats, caller, own.id(), held);
    }
  }

  private static <E> E any(RandomGenerator random, E[] all) {
    return all[random.nextInt(all.length)];
  }
}
