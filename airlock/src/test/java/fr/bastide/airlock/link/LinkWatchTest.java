package fr.bastide.airlock.link;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.link.LinkAlarm.Kind;
import fr.bastide.airlock.link.LinkAlarm.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinkWatchTest {

  private static final Instant START = Instant.parse("2026-11-25T08:00:00Z");

  private Instant now = START;
  private final LinkWatch watch = new LinkWatch(new NumberSet(), 1, START);

  @Test
  void whatIsNotWholeInTimeIsNamedInRangesAndOnce() {
    announce(10);
    for (long n : new long[] {1, 2, 6, 10}) {
      watch.published(n, now);
    }
    assertThat(after(2_900)).isEmpty();
    assertThat(after(100))
        .extracting(LinkAlarm::kind, LinkAlarm::state, LinkAlarm::from, LinkAlarm::to)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.MISSING, State.RAISED, 3L, 5L),
            org.assertj.core.groups.Tuple.tuple(Kind.MISSING, State.RAISED, 7L, 9L));
    announce(10);
    assertThat(after(4_000)).isEmpty();
    assertThat(watch.missing()).hasToString("[3-5, 7-9]");
  }

  @Test
  void whatArrivesAfterAllIsCleared() {
    announce(4);
    after(3_000);
    watch.published(2, now);
    watch.published(3, now);
    assertThat(after(10))
        .singleElement()
        .satisfies(alarm -> {
          assertThat(alarm.state()).isEqualTo(State.CLEARED);
          assertThat(alarm.from()).isEqualTo(2);
          assertThat(alarm.to()).isEqualTo(3);
        });
    assertThat(watch.missing()).hasToString("[1, 4]");
  }

  @Test
  void silenceIsToldAndItsEnd() {
    assertThat(after(4_999)).isEmpty();
    assertThat(after(1)).extracting(LinkAlarm::kind).containsExactly(Kind.SILENT);
    assertThat(after(60_000)).isEmpty();
    watch.heard(now);
    assertThat(after(0)).extracting(LinkAlarm::state).containsExactly(State.CLEARED);
  }

  @Test
  void whatWasPublishedBeforeIsNotMissing() {
    NumberSet before = new NumberSet();
    before.add(1, 90);
    LinkWatch later = new LinkWatch(before, 50, START);
    later.announce(92, START);
    later.heard(START.plusSeconds(3));
    assertThat(later.tick(START.plusSeconds(3)))
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.from()).isEqualTo(91));
  }

  @Test
  void lateAndRepeatedItemsAreNotedSeldom() {
    announce(3);
    watch.published(1, now);
    after(1_500);
    watch.published(2, now);
    watch.published(3, now);
    watch.repeated(1);
    watch.count(Kind.FOREIGN, 5);
    assertThat(after(0))
        .extracting(LinkAlarm::kind)
        .containsExactlyInAnyOrder(Kind.LATE, Kind.REPEATED, Kind.FOREIGN);
    watch.count(Kind.FOREIGN, 5);
    watch.heard(now);
    assertThat(after(4_000)).isEmpty();
    watch.heard(now.plusMillis(6_000));
    assertThat(after(6_000)).extracting(LinkAlarm::count).containsExactly(5L);
  }

  @Test
  void everyAlarmHasASentenceInBothLanguages() {
    for (Kind kind : Kind.values()) {
      for (State state : State.values()) {
        LinkAlarm alarm = new LinkAlarm(kind, state, START, 3, 4, 2);
        assertThat(alarm.text().fr()).doesNotContain("'").endsWith(".");
        assertThat(AlarmLine.json(alarm)).startsWith("{").doesNotContain("\n");
      }
    }
  }

  @Test
  void atAnyLossEveryMissingNumberIsNamedWithinTenSeconds() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    NumberSet lost = new NumberSet();
    NumberSet named = new NumberSet();
    List<LinkAlarm> alarms = new ArrayList<>();
    for (long n = 1; n <= 5_000; n++) {
      if (random.nextInt(10) < 3) {
        lost.add(n);
      } else {
        watch.published(n, now);
      }
      if (n % 50 == 0) {
        announce(n);
        alarms.addAll(after(250));
      }
    }
    watch.heard(now);
    alarms.addAll(after(3_250));
    alarms.forEach(alarm -> named.add(alarm.from(), alarm.to()));
    assertThat(named.ranges()).as("seed %d", seed).isEqualTo(lost.ranges());
  }

  private void announce(long sent) {
    watch.heard(now);
    watch.announce(sent, now);
  }

  private List<LinkAlarm> after(long milliseconds) {
    now = now.plusMillis(milliseconds);
    return watch.tick(now);
  }
}
