package fr.bastide.airlock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuarantineTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final Flows FLOWS = Sample.flows();

  private final MemoryLedger ledger = new MemoryLedger();

  private Decision hold(String name, Reason reason) {
    return ledger.decide(standing ->
        Quarantine.hold(
            standing,
            new Quarantine.Refusal(
                "etat-civil", name, 10, "ab".repeat(32), new Outcome.Refused(reason), "x"),
            NOON));
  }

  private String request(String by) {
    return why(ledger.decide(s -> Quarantine.request(s, FLOWS, 1, by, "urgent", NOON)));
  }

  private String release(String by) {
    return why(ledger.decide(s -> Quarantine.release(s, FLOWS, 1, by, "", NOON)));
  }

  private static String why(Decision decision) {
    return switch (decision) {
      case Decision.Done _ -> "done";
      case Decision.Denied denied -> denied.why().en();
    };
  }

  @Test
  void whoAskedNeverReleases() {
    hold("acte.pdf", Reason.SIGNED);
    assertThat(release("bruno")).startsWith("Nobody has asked for it yet");
    assertThat(request("bruno")).isEqualTo("done");
    assertThat(release("bruno")).isEqualTo("You asked for it: somebody else must release it.");
    assertThat(release("alice")).isEqualTo("Only the approvers of this flow decide.");
    assertThat(release("carla")).isEqualTo("done");
    HeldItem item = ledger.standing().item(1).orElseThrow();
    assertThat(item.state()).isEqualTo(HeldItem.State.RELEASED);
    assertThat(item.requestedBy()).isEqualTo("bruno");
    assertThat(item.decidedBy()).isEqualTo("carla");
    assertThat(item.steps()).hasSize(3);
    assertThat(release("carla")).isEqualTo("This item is closed already.");
  }

  @Test
  void whatTheFlowDoesNotReleaseIsNotEvenAskedFor() {
    hold("virus.exe", Reason.FORBIDDEN_KIND);
    assertThat(request("alice")).startsWith("This flow lets nothing cross");
    assertThat(why(ledger.decide(s -> Quarantine.refuse(s, FLOWS, 1, "carla", "", NOON))))
        .isEqualTo("done");
  }

  @Test
  void strangersLearnNothing() {
    hold("acte.pdf", Reason.SIGNED);
    assertThat(request("nobody")).isEqualTo("No held item has the number 1 in your flows.");
    assertThat(why(ledger.decide(s -> Quarantine.request(s, FLOWS, 2, "alice", "", NOON))))
        .isEqualTo("No held item has the number 2 in your flows.");
    assertThat(Quarantine.visible(ledger.standing(), FLOWS, "nobody")).isEmpty();
    assertThat(Quarantine.visible(ledger.standing(), FLOWS, "alice")).hasSize(1);
  }

  @Test
  void theSameFileIsHeldOnceWhileItIsOpen() {
    hold("acte.pdf", Reason.SIGNED);
    assertThat(why(hold("acte.pdf", Reason.SIGNED))).contains("as no. 1");
    hold("autre.pdf", Reason.SIGNED);
    ledger.decide(s -> Quarantine.refuse(s, FLOWS, 1, "carla", "", NOON));
    assertThat(why(hold("acte.pdf", Reason.SIGNED))).isEqualTo("done");
    assertThat(ledger.standing().items()).extracting(HeldItem::number).containsExactly(3L, 2L, 1L);
  }

  @Test
  void nobodyDecidesForEver() {
    hold("acte.pdf", Reason.SIGNED);
    Instant before = NOON.plus(Duration.ofDays(10));
    assertThat(ledger.decide(s -> Quarantine.expire(s, FLOWS, before)))
        .isInstanceOf(Decision.Denied.class);
    ledger.decide(s -> Quarantine.expire(s, FLOWS, before.plusSeconds(1)));
    assertThat(ledger.standing().item(1).orElseThrow().state()).isEqualTo(HeldItem.State.EXPIRED);
    assertThat(request("alice")).isEqualTo("This item is closed already.");
  }
}
