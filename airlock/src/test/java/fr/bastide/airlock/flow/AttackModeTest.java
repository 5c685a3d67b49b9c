package fr.bastide.airlock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttackModeTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final Flows FLOWS = Sample.flows();

  private final MemoryLedger ledger = new MemoryLedger();

  private List<String> open() {
    Standing standing = ledger.standing();
    return FLOWS.flows().stream().filter(standing::open).map(Flow::id).toList();
  }

  @Test
  void everythingButTheVitalIsCutAndComesBackByStepsOnly() {
    assertThat(open()).hasSize(4);
    assertThat(ledger.decide(s -> AttackMode.begin(s, FLOWS, "alice", "", NOON)))
        .isInstanceOf(Decision.Denied.class);
    ledger.decide(s -> AttackMode.begin(s, FLOWS, "carla", "rançongiciel", NOON));
    assertThat(open()).containsExactly("etat-civil");
    assertThat(ledger.decide(s -> AttackMode.end(s, FLOWS, "carla", NOON)))
        .isInstanceOfSatisfying(
            Decision.Denied.class,
            denied -> assertThat(denied.why().en()).contains("the next is step 1"));
    ledger.decide(s -> AttackMode.step(s, FLOWS, "carla", NOON));
    assertThat(open()).containsExactly("etat-civil", "urbanisme");
    ledger.decide(s -> AttackMode.step(s, FLOWS, "carla", NOON));
    assertThat(open()).hasSize(4);
    assertThat(ledger.standing().attack().on()).isTrue();
    assertThat(ledger.decide(s -> AttackMode.step(s, FLOWS, "carla", NOON)))
        .isInstanceOf(Decision.Denied.class);
    ledger.decide(s -> AttackMode.end(s, FLOWS, "carla", NOON));
    assertThat(ledger.standing().attack()).isEqualTo(AttackMode.NONE);
  }

  @Test
  void onTheWayBackItMayBeCutAgain() {
    ledger.decide(s -> AttackMode.begin(s, FLOWS, "carla", "", NOON));
    assertThat(ledger.decide(s -> AttackMode.begin(s, FLOWS, "carla", "", NOON)))
        .isInstanceOf(Decision.Denied.class);
    ledger.decide(s -> AttackMode.step(s, FLOWS, "carla", NOON));
    ledger.decide(s -> AttackMode.begin(s, FLOWS, "carla", "", NOON));
    assertThat(open()).containsExactly("etat-civil");
  }

  @Test
  void sendersAreToldWhatHappenedAndWhomToCall() {
    Flow flow = FLOWS.flow("urbanisme").orElseThrow();
    assertThat(AttackMode.told(flow, FLOWS).en())
        .isEqualTo(
            "Mirepoix town hall: the flow “Planning” is cut, an attack is going on. Nothing was"
                + " taken; keep your file and call 05 61 00 00 00.");
  }
}
