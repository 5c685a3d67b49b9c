package fr.bastide.airlock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What must hold whatever people try, in whatever order.
class FlowProperties {

  private static final Flows FLOWS = Sample.flows();
  private static final List<String> PEOPLE = List.of("alice", "bruno", "carla", "metier", "nobody");
  private static final List<Reason> REASONS =
      List.of(Reason.SIGNED, Reason.ENCRYPTED, Reason.FORBIDDEN_KIND);
  private static final List<String> FLOW_IDS = List.of("etat-civil", "urbanisme", "gone");

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Decision wish(Standing standing, Instant at) {
    long number = 1 + random.nextInt((int) standing.next());
    String by = any(PEOPLE);
    return switch (random.nextInt(9)) {
      case 0, 1 ->
          Quarantine.hold(
              standing,
              new Quarantine.Refusal(
                  any(FLOW_IDS),
                  "f" + random.nextInt(4),
                  1,
                  "00".repeat(32),
                  new Outcome.Refused(any(REASONS)),
                  "o"),
              at);
      case 2 -> Quarantine.request(standing, FLOWS, number, by, "x\u202e\n", at);
      case 3 -> Quarantine.release(standing, FLOWS, number, by, "", at);
      case 4 -> Quarantine.refuse(standing, FLOWS, number, by, "", at);
      case 5 -> Quarantine.sent(standing, number, at);
      case 6 -> Quarantine.expire(standing, FLOWS, at);
      case 7 -> AttackMode.begin(standing, FLOWS, by, "", at);
      default ->
          random.nextBoolean()
              ? AttackMode.step(standing, FLOWS, by, at)
              : AttackMode.end(standing, FLOWS, by, at);
    };
  }

  @Test
  void nothingCrossesWithoutTwoPeopleAndVitalFlowsAreNeverCut() {
    for (int run = 0; run < 60; run++) {
      MemoryLedger ledger = new MemoryLedger();
      Instant at = Instant.parse("2026-11-25T00:00:00Z");
      for (int i = 0; i < 200; i++) {
        at = at.plusSeconds(random.nextInt(20_000));
        Instant now = at;
        ledger.decide(standing -> wish(standing, now));
      }
      Standing standing = ledger.standing();
      for (HeldItem item : standing.items()) {
        boolean crossed =
            item.state() == HeldItem.State.RELEASED || item.state() == HeldItem.State.SENT;
        if (crossed) {
          Flow flow = FLOWS.flow(item.held().flow()).orElseThrow();
          assertThat(item.requestedBy())
              .as("seed %d", seed)
              .isNotEmpty()
              .isNotEqualTo(item.decidedBy());
          assertThat(flow.entitled(item.requestedBy())).as("seed %d", seed).isTrue();
          assertThat(flow.approvers()).as("seed %d", seed).contains(item.decidedBy());
          assertThat(flow.releasable()).as("seed %d", seed).contains(item.held().reason());
        }
      }
      assertThat(FLOWS.flows().stream().filter(Flow::vital)).allMatch(standing::open);
      assertThat(readBack(ledger.events())).as("seed %d", seed).isEqualTo(ledger.events());
    }
  }

  private static List<FlowEvent> readBack(List<FlowEvent> events) {
    List<FlowEvent> read = new ArrayList<>();
    for (FlowEvent event : events) {
      read.add(EventLine.read(EventLine.write(event)).orElseThrow());
    }
    return read;
  }

  @Test
  void aChainTellsOfEveryChange() {
    List<String> lines = new ArrayList<>();
    String last = Chain.START;
    for (int i = 0; i < 30; i++) {
      Chain.Link link = Chain.next(last, "line " + random.nextInt());
      lines.add(link.line().strip());
      last = link.hash();
    }
    assertThat(follows(lines)).isTrue();
    for (int i = 0; i < 200; i++) {
      List<String> altered = new ArrayList<>(lines);
      int at = random.nextInt(lines.size() - 1);
      switch (random.nextInt(3)) {
        case 0 -> altered.remove(at);
        case 1 -> altered.add(at, altered.get(random.nextInt(lines.size())));
        default -> altered.set(at, flipped(altered.get(at)));
      }
      assertThat(follows(altered)).as("seed %d", seed).isFalse();
    }
  }

  private String flipped(String line) {
    int at = random.nextInt(line.length());
    char other = line.charAt(at) == 'a' ? 'b' : 'a';
    return line.substring(0, at) + other + line.substring(at + 1);
  }

  private static boolean follows(List<String> lines) {
    String last = Chain.START;
    for (String line : lines) {
      Optional<Chain.Link> link = Chain.follow(last, line);
      if (link.isEmpty()) {
        return false;
      }
      last = link.get().hash();
    }
    return true;
  }

  @Test
  void noSenderGetsMoreThanTheQuotaOfADay() {
    Flow flow = FLOWS.flow("etat-civil").orElseThrow();
    LocalDate day = LocalDate.parse("2026-11-25");
    DayCount count = new DayCount(day);
    int files = 0;
    long bytes = 0;
    for (int i = 0; i < 500; i++) {
      long size = random.nextLong(5_000_000);
      if (count.refusal(flow, "alice", size, day).isEmpty()) {
        count.count(flow.id(), "alice", size, day);
        files++;
        bytes += size;
      }
    }
    assertThat(files).as("seed %d", seed).isBetween(1, flow.quota().filesPerDay());
    assertThat(bytes).as("seed %d", seed).isLessThanOrEqualTo(flow.quota().bytesPerDay());
    assertThat(count.refusal(flow, "bruno", 1, day)).isEmpty();
    assertThat(count.refusal(flow, "alice", 1, day.plusDays(1))).isEmpty();
    assertThat(count.total(flow.id(), day)).isEqualTo(new DayCount.Total(files, bytes));
  }
}
