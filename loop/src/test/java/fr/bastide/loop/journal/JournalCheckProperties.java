package fr.bastide.loop.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.contract.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Whatever is done to a journal without its key is found, against the head kept outside.
class JournalCheckProperties {

  private static final long SEED = Long.getLong("bastide.seed", 20_261_124L);
  private static final int TRIALS = 2_000;
  private static final JournalChain CHAIN =
      new JournalChain("a key that only tests may have".repeat(2).getBytes(StandardCharsets.UTF_8));
  private static final JournalChain FORGER =
      new JournalChain("a key that an intruder invents".repeat(2).getBytes(StandardCharsets.UTF_8));

  private final RandomGenerator random = new SplittableRandom(SEED);

  private enum Tampering {
    ALTER_FIELD,
    ALTER_SEAL,
    BREAK_SEAL,
    REMOVE,
    REMOVE_SEVERAL,
    TRUNCATE,
    EMPTY,
    INSERT_COPY,
    INSERT_FORGED,
    SWAP,
    RENUMBER_AFTER_REMOVAL,
    REWRITE_WITH_ANOTHER_KEY,
    REPLACE_THE_END
  }

  private JournalEvent event() {
    return new JournalEvent(
        Samples.NOON.plusMillis(random.nextLong(1_000_000)),
        random.nextBoolean() ? Optional.of(account()) : Optional.empty(),
        random.nextBoolean() ? "ANSWER" : "SIGN_IN",
        random.nextBoolean()
            ? Optional.of(new BodyId("commune-09" + (100 + random.nextInt(900))))
            : Optional.empty(),
        "assessment " + random.nextInt(1_000) + (random.nextBoolean() ? " é🏰" : ""));
  }

  private AccountId account() {
    return new AccountId(new UUID(random.nextLong(), random.nextLong()));
  }

  private List<JournalEntry> journal(int size) {
    List<JournalEvent> events = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      events.add(event());
    }
    return sealed(CHAIN, JournalChain.GENESIS, 1, events);
  }

  private static List<JournalEntry> sealed(
      JournalChain chain, String previous, long first, List<JournalEvent> events) {
    List<JournalEntry> entries = new ArrayList<>();
    String last = previous;
    for (JournalEvent event : events) {
      long sequence = first + entries.size();
      last = chain.seal(last, sequence, event);
      entries.add(new JournalEntry(sequence, event, last));
    }
    return entries;
  }

  private static JournalHead head(List<JournalEntry> entries) {
    return entries.isEmpty()
        ? new JournalHead(0, JournalChain.GENESIS)
        : new JournalHead(entries.getLast().sequence(), entries.getLast().seal());
  }

  private static JournalCheck.Verdict check(
      List<JournalEntry> entries, Optional<JournalHead> anchor) {
    JournalCheck check = new JournalCheck(CHAIN, anchor);
    entries.forEach(check);
    return check.verdict();
  }

  @Test
  void anUntouchedJournalPasses() {
    for (int size = 0; size < 60; size++) {
      List<JournalEntry> entries = journal(size);
      JournalCheck.Verdict verdict = check(entries, Optional.of(head(entries)));
      assertThat(verdict.faults()).as("size %d, seed %d", size, SEED).isEmpty();
      assertThat(verdict.entries()).isEqualTo(size);
      assertThat(verdict.head()).isEqualTo(head(entries));
      assertThat(check(entries, Optional.empty()).faults()).hasSize(size == 0 ? 0 : 1);
      JournalCheck chain = JournalCheck.ofTheChain(CHAIN);
      entries.forEach(chain);
      assertThat(chain.verdict().faults()).isEmpty();
      JournalHead earlier = head(entries.subList(0, size / 2));
      assertThat(check(entries, Optional.of(earlier)).faults()).isEmpty();
    }
  }

  @Test
  void everyTamperingIsFound() {
    Map<Tampering, Integer> done = new EnumMap<>(Tampering.class);
    for (int trial = 0; trial < TRIALS; trial++) {
      Tampering tampering = Tampering.values()[trial % Tampering.values().length];
      List<JournalEntry> before = journal(2 + random.nextInt(30));
      List<JournalEntry> after = tampered(tampering, before);
      assertThat(after).as("%s changes something", tampering).isNotEqualTo(before);
      assertThat(check(after, Optional.of(head(before))).faults())
          .as("%s in trial %d, seed %d", tampering, trial, SEED)
          .isNotEmpty();
      done.merge(tampering, 1, Integer::sum);
    }
    assertThat(done).containsOnlyKeys(Tampering.values());
  }

  private List<JournalEntry> tampered(Tampering tampering, List<JournalEntry> before) {
    List<JournalEntry> after = new ArrayList<>(before);
    int at = random.nextInt(before.size());
    JournalEntry there = before.get(at);
    switch (tampering) {
      case ALTER_FIELD ->
          after.set(at, new JournalEntry(there.sequence(), altered(there.event()), there.seal()));
      case ALTER_SEAL -> after.set(at, withSeal(there, flipped(there.seal())));
      case BREAK_SEAL -> after.set(at, withSeal(there, broken(there.seal())));
      case REMOVE -> after.remove(at);
      case REMOVE_SEVERAL -> after.subList(at, at + 1 + random.nextInt(after.size() - at)).clear();
      case TRUNCATE -> after.subList(at, after.size()).clear();
      case EMPTY -> after.clear();
      case INSERT_COPY -> after.add(at, there);
      case INSERT_FORGED -> {
        JournalEvent forged = event();
        String previous = at == 0 ? JournalChain.GENESIS : before.get(at - 1).seal();
        String seal = FORGER.seal(previous, there.sequence(), forged);
        after.add(at, new JournalEntry(there.sequence(), forged, seal));
      }
      case SWAP -> Collections.swap(after, at, (at + 1) % after.size());
      case RENUMBER_AFTER_REMOVAL -> {
        after.remove(at);
        for (int i = at; i < after.size(); i++) {
          JournalEntry later = after.get(i);
          after.set(i, new JournalEntry(i + 1L, later.event(), later.seal()));
        }
      }
      case REWRITE_WITH_ANOTHER_KEY -> {
        List<JournalEvent> events = new ArrayList<>();
        before.forEach(entry -> events.add(entry.event()));
        events.set(at, altered(events.get(at)));
        return sealed(FORGER, JournalChain.GENESIS, 1, events);
      }
      case REPLACE_THE_END -> {
        after.subList(at, after.size()).clear();
        String previous = at == 0 ? JournalChain.GENESIS : before.get(at - 1).seal();
        List<JournalEvent> events = new ArrayList<>();
        for (int i = at; i < before.size(); i++) {
          events.add(event());
        }
        // Even whoever has the key cannot rewrite what was anchored.
        after.addAll(sealed(CHAIN, previous, at + 1L, events));
      }
    }
    return after;
  }

  private JournalEvent altered(JournalEvent e) {
    return switch (random.nextInt(7)) {
      case 0 -> new JournalEvent(e.at().plusNanos(1_000), e.actor(), e.act(), e.body(), e.object());
      case 1 -> new JournalEvent(e.at(), Optional.of(account()), e.act(), e.body(), e.object());
      case 2 -> new JournalEvent(e.at(), e.actor(), e.act() + "S", e.body(), e.object());
      case 3 -> new JournalEvent(e.at(), e.actor(), e.act(), e.body(), e.object() + " ");
      case 4 ->
          new JournalEvent(
              e.at(), e.actor(), e.act(), Optional.of(new BodyId("commune-31555")), e.object());
      case 5 ->
          // What ends one field begins the next: lengths keep them apart.
          new JournalEvent(
              e.at(),
              e.actor(),
              e.act() + e.body().map(BodyId::value).orElse("x"),
              Optional.empty(),
              e.object());
      default ->
          new JournalEvent(
              e.at(),
              e.actor().isPresent() ? Optional.empty() : Optional.of(account()),
              e.act(),
              e.body(),
              e.object());
    };
  }

  private String flipped(String seal) {
    int at = random.nextInt(seal.length());
    char c = seal.charAt(at) == '0' ? '1' : '0';
    return seal.substring(0, at) + c + seal.substring(at + 1);
  }

  private String broken(String seal) {
    return switch (random.nextInt(6)) {
      case 0 -> "";
      case 1 -> seal.substring(1);
      case 2 -> "g" + seal.substring(1);
      case 3 -> seal + seal;
      case 4 -> seal.replace(seal.charAt(0), '\0');
      default -> seal.substring(0, 63) + "é";
    };
  }

  private static JournalEntry withSeal(JournalEntry entry, String seal) {
    return new JournalEntry(entry.sequence(), entry.event(), seal);
  }

  @Test
  void oneAlterationIsToldAtItsPlace() {
    List<JournalEntry> entries = journal(20);
    JournalHead head = head(entries);
    JournalEntry there = entries.get(9);
    entries.set(9, new JournalEntry(there.sequence(), altered(there.event()), there.seal()));
    JournalCheck.Verdict verdict = check(entries, Optional.of(head));
    assertThat(verdict.faults()).hasSize(1);
    assertThat(verdict.faults().getFirst().sequence()).isEqualTo(10);
    assertThat(verdict.faults().getFirst().text().fr()).contains("n° 10");
  }

  @Test
  void aMissingAnchorIsAFindingOnceThereAreEntries() {
    List<JournalEntry> entries = journal(20);
    JournalCheck.Verdict verdict = check(entries, Optional.empty());
    assertThat(verdict.faults()).hasSize(1);
    assertThat(verdict.faults().getFirst().sequence()).isEqualTo(20);
    assertThat(verdict.faults().getFirst().text().en()).contains("anchor is missing");
    assertThat(check(List.of(), Optional.empty()).faults()).isEmpty();
  }

  @Test
  void noMoreThanAHundredFaultsAreTold() {
    List<JournalEntry> entries = journal(500);
    entries.replaceAll(entry -> withSeal(entry, flipped(entry.seal())));
    JournalCheck.Verdict verdict = check(entries, Optional.empty());
    assertThat(verdict.faults()).hasSize(100);
    assertThat(verdict.entries()).isEqualTo(500);
  }

  @Test
  void aShortKeyIsRefused() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> new JournalChain(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
