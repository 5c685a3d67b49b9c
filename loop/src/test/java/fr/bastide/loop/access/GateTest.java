package fr.bastide.loop.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.loop.Denied;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.mandate.MandateScope;
import fr.bastide.loop.mandate.Provider;
import fr.bastide.loop.memory.House;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTest {

  private final House house = new House();
  private final Body body = house.body("Foix");
  private final Caller mayor = house.of(body, BodyRole.OFFICIAL);
  private final Gate gate = house.threshold().gate();

  @Test
  void theTableInTheCodeIsTheOneThatWasAgreed() {
    Map<Act, Rights> table = Rights.table();
    assertThat(table).containsOnlyKeys(Act.values());
    for (Act act : Act.values()) {
      Rights agreed = Rights.of(table, act);
      Act.Rule rule = act.rule();
      assertThat(rule.target().name().toLowerCase(Locale.ROOT))
          .as("%s", act)
          .isEqualTo(agreed.on());
      assertThat(rule.kept()).as("journal of %s", act).isEqualTo(agreed.journal());
      assertThat(rule.people()).as("people of %s", act).isEqualTo(agreed.people());
      assertThat(rule.mandates()).as("mandates of %s", act).isEqualTo(agreed.mandates());
      assertThat(rule.centre()).as("centre of %s", act).isEqualTo(agreed.centre());
      if (rule.target() != Act.Target.PUBLIC) {
        assertThat(rule.scope().label()).as("token of %s", act).isEqualTo(agreed.token());
      }
    }
  }

  @Test
  void whoeverMayDoSomethingToABodySeesIt() {
    Act.Rule see = Act.SEE_BODY.rule();
    for (Act act : Act.values()) {
      if (act.rule().target() == Act.Target.BODY) {
        assertThat(see.people()).as("%s", act).containsAll(act.rule().people());
        assertThat(see.mandates()).as("%s", act).containsAll(act.rule().mandates());
        assertThat(see.centre()).as("%s", act).containsAll(act.rule().centre());
      }
    }
  }

  @Test
  void anActOnABodyNeedsOne() {
    assertThatThrownBy(() -> gate.require(mayor, Act.ANSWER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(gate.allows(mayor, Act.ANSWER)).isFalse();
  }

  @Test
  void aForeignBodyIsNotThere() {
    Body foreign = house.body("Pamiers");
    assertThatThrownBy(() -> gate.require(mayor, Act.SEE_BODY, foreign.id()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> gate.require(mayor, Act.ANSWER, foreign.id()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aForeignBodyIsNotThereForATokenEither() {
    Body foreign = house.body("Pamiers");
    Caller program =
        new Caller(
            mayor.account(),
            mayor.name(),
            mayor.memberships(),
            Optional.of(Set.of(TokenScope.BODIES_READ)));
    assertThatThrownBy(() -> gate.require(program, Act.ANSWER, foreign.id()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> gate.require(program, Act.ANSWER, body.id()))
        .isInstanceOf(Denied.class);
  }

  @Test
  void theMandateThatIsUsedIsTold() {
    Provider firm = house.provider("Rempart");
    Caller auditor = house.of(firm, ProviderRole.AUDITOR);
    assertThat(gate.mandateOf(auditor, body.id(), MandateScope.ASSESS)).isEmpty();
    Mandate granted =
        house
            .mandates()
            .grant(
                mayor,
                body.id(),
                new MandateDesk.Grant(
                    firm.id(),
                    Set.of(MandateScope.ASSESS),
                    house.clock().instant(),
                    house.clock().instant().plus(Duration.ofDays(1)),
                    false));
    assertThat(gate.mandateOf(auditor, body.id(), MandateScope.ASSESS)).contains(granted);
    assertThat(gate.mandateOf(auditor, body.id(), MandateScope.RESPOND)).isEmpty();
    assertThat(gate.holds(auditor, body.id(), granted.id())).isTrue();
    assertThat(gate.holds(mayor, body.id(), granted.id())).isFalse();
  }

  @Test
  void theThresholdAsksWithoutAnEntryInTheJournal() {
    house.threshold().require(mayor, Act.ANSWER, body.id());
    assertThat(house.threshold().may(mayor, Act.ANSWER, body.id())).isTrue();
    assertThat(house.threshold().may(Caller.VISITOR, Act.ANSWER, body.id())).isFalse();
    assertThat(house.acts()).isEmpty();
  }
}
