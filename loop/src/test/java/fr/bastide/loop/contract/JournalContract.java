package fr.bastide.loop.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.journal.Journal;
import fr.bastide.loop.journal.JournalCheck;
import fr.bastide.loop.journal.JournalEntry;
import fr.bastide.loop.journal.JournalEvent;
import fr.bastide.loop.journal.JournalHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What [Journal] promises.
public abstract class JournalContract extends Contract {

  private Journal journal() {
    return ports().journal();
  }

  private static JournalEvent event(
      Optional<AccountId> actor, Optional<BodyId> body, String object) {
    return new JournalEvent(Samples.NOON, actor, "ANSWER", body, object);
  }

  private JournalHead head() {
    return asHouse(() -> journal().head());
  }

  private List<JournalEntry> all() {
    List<JournalEntry> entries = new ArrayList<>();
    byHouse(() -> journal().readAll(entries::add));
    return entries;
  }

  private JournalCheck.Verdict verdict() {
    JournalCheck check = new JournalCheck(ports().chain(), Optional.of(head()));
    byHouse(() -> journal().readAll(check));
    return check.verdict();
  }

  @Test
  void keepsEveryFieldAtTheEndOfTheChain() {
    BodyId body = existingBody();
    Caller mayor = official(body);
    JournalHead before = head();
    JournalEvent full = event(mayor.account(), Optional.of(body), Samples.FRENCH);
    JournalEvent bare = event(Optional.empty(), Optional.empty(), "");
    JournalEvent precise =
        new JournalEvent(
            Instant.parse("2026-11-24T11:00:00.123456789Z"),
            mayor.account(),
            "SIGN_IN",
            Optional.empty(),
            "é".repeat(JournalEvent.MAX_OBJECT));
    JournalEvent round =
        new JournalEvent(
            Instant.parse("2026-11-24T11:00:00Z"), Optional.empty(), "A", Optional.empty(), "x");
    by(mayor, () -> journal().append(full));
    byHouse(() -> journal().append(bare));
    byHouse(() -> journal().append(precise));
    byHouse(() -> journal().append(round));
    List<JournalEntry> latest = asHouse(() -> journal().latest(4));
    assertThat(latest).extracting(JournalEntry::event).containsExactly(round, precise, bare, full);
    assertThat(latest.reversed())
        .extracting(JournalEntry::sequence)
        .containsExactly(
            before.sequence() + 1,
            before.sequence() + 2,
            before.sequence() + 3,
            before.sequence() + 4);
    assertThat(head())
        .isEqualTo(new JournalHead(latest.getFirst().sequence(), latest.getFirst().seal()));
    assertThat(verdict().faults()).isEmpty();
  }

  @Test
  void listsTheLatestOfABodyNewestFirst() {
    BodyId body = existingBody();
    Caller mayor = official(body);
    BodyId other = existingBody();
    for (String object : List.of("un", "deux", "trois")) {
      by(mayor, () -> journal().append(event(mayor.account(), Optional.of(body), object)));
      byHouse(() -> journal().append(event(Optional.empty(), Optional.of(other), object)));
    }
    assertThat(inside(mayor, () -> journal().ofBody(body, 2)))
        .extracting(entry -> entry.event().object())
        .containsExactly("trois", "deux");
    assertThat(inside(mayor, () -> journal().ofBody(body, 100))).hasSize(3);
    assertThat(asHouse(() -> journal().latest(1))).hasSize(1);
  }

  @Test
  void hasNoGapAndNoForkWhenMetByManyAtOnce() {
    BodyId body = existingBody();
    Caller mayor = official(body);
    long before = head().sequence();
    int each = 10;
    atOnce(
        CROWD,
        i -> {
          for (int n = 0; n < each; n++) {
            String object = "fil " + i + " n° " + n;
            by(mayor, () -> journal().append(event(mayor.account(), Optional.of(body), object)));
          }
          return i;
        });
    List<JournalEntry> all = all();
    assertThat(all).hasSize((int) before + CROWD * each);
    assertThat(
            inside(mayor, () -> journal().ofBody(body, 1_000)).stream()
                .map(entry -> entry.event().object())
                .distinct())
        .hasSize(CROWD * each);
    JournalCheck.Verdict verdict = verdict();
    assertThat(verdict.faults()).isEmpty();
    assertThat(verdict.entries()).isEqualTo(before + CROWD * each);
    assertThat(verdict.head()).isEqualTo(head());
  }

  @Test
  void severalEntriesOfOneTransactionFollowEachOther() {
    JournalHead before = head();
    byHouse(() -> {
      journal().append(event(Optional.empty(), Optional.empty(), "un"));
      journal().append(event(Optional.empty(), Optional.empty(), "deux"));
    });
    assertThat(head().sequence()).isEqualTo(before.sequence() + 2);
    assertThat(verdict().faults()).isEmpty();
  }

  @Test
  void anEntryOfWorkThatFailedIsNotThereAndLeavesNoGap() {
    JournalHead before = head();
    assertThatThrownBy(() ->
            byHouse(() -> {
              journal().append(event(Optional.empty(), Optional.empty(), "vain"));
              throw new IllegalStateException("on purpose");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(head()).isEqualTo(before);
    byHouse(() -> journal().append(event(Optional.empty(), Optional.empty(), "suite")));
    assertThat(head().sequence()).isEqualTo(before.sequence() + 1);
    assertThat(verdict().faults()).isEmpty();
  }
}
