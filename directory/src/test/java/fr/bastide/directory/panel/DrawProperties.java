package fr.bastide.directory.panel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.directory.CountryCode;
import fr.bastide.directory.Directory;
import fr.bastide.directory.EntryId;
import fr.bastide.directory.Hours;
import fr.bastide.directory.Origin;
import fr.bastide.directory.Price;
import fr.bastide.directory.Provider;
import fr.bastide.directory.Seed;
import fr.bastide.directory.Small;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.file.DrawFiles;
import fr.bastide.directory.file.Reading;
import fr.bastide.directory.panel.Candidate.Standing;
import fr.bastide.directory.sample.SampleDirectory;
import fr.bastide.directory.sourcing.SourcingPolicy;
import fr.bastide.kernel.Money;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The promises of a draw, over 200 providers.
///
/// *Equals* in a draw are those who are eligible for it at the same rank: the same claim to a
/// place. Over many draws, equals are those with the same claim in every one of them; here,
/// providers of one profile. How often two others are shown cannot be compared: they stood in
/// different contests.
class DrawProperties {

  private static final int DRAWS = 10_000;
  private static final SourcingPolicy POLICY = SourcingPolicy.builtin();
  private static final Directory TWO_HUNDRED =
      SampleDirectory.fictional(Seed.value(), 200, Small.DAY);
  private static final Snapshot SNAPSHOT = Snapshot.of(TWO_HUNDRED);

  /// Some needs as bodies of the region have them.
  private static Need need(RandomGenerator random, int number) {
    Vocabulary words = Vocabulary.builtin();
    List<String> skills = List.of(words.skills().get(random.nextInt(words.skills().size())).id());
    Need.Wishes wishes =
        new Need.Wishes(
            skills,
            random.nextInt(4) == 0 ? List.of("expertcyber") : List.of(),
            random.nextInt(5) == 0 ? Optional.of(Hours.AROUND_THE_CLOCK) : Optional.empty(),
            random.nextInt(3) == 0 ? Optional.of(60 + random.nextInt(200)) : Optional.empty(),
            random.nextInt(4) == 0
                ? Optional.of(new Need.PriceLimit(Price.Unit.DAY, Money.euros(1000)))
                : Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            false);
    Need.Kind kind = Need.Kind.values()[random.nextInt(3)];
    return Small.need(
        Small.need(kind, wishes, Need.Ties.NONE), "CAS-" + number, 1 + random.nextInt(4));
  }

  private static boolean reached(Origin origin, Set<CountryCode> states) {
    return origin.links().values().stream()
        .anyMatch(standing ->
            standing instanceof Origin.Known known
                && known.countries().stream().anyMatch(states::contains));
  }

  /// 200 providers of 50 profiles: four of each, whom no need can tell apart.
  private static List<Provider> fourOfEach() {
    List<Provider> all = new ArrayList<>();
    for (Provider profile : SampleDirectory.fictional(Seed.value(), 50, Small.DAY).providers()) {
      for (String letter : List.of("a", "b", "c", "d")) {
        Provider.Identity who = profile.identity();
        all.add(
            new Provider(
                new EntryId(profile.id() + "-" + letter),
                new Provider.Identity(
                    who.name() + letter,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    true),
                profile.presence(),
                profile.offer(),
                profile.guarantees(),
                profile.control(),
                List.of()));
      }
    }
    return all;
  }

  @Test
  void equalsAreShownEquallyOftenAndNoExcludedOriginEver() {
    RandomGenerator random = Seed.random();
    Snapshot snapshot = Snapshot.of(Small.directory(fourOfEach()));
    Set<EntryId> excluded = new HashSet<>();
    for (Provider provider : snapshot.facts().providers()) {
      if (reached(provider.control(), POLICY.excluded().keySet())) {
        excluded.add(provider.id());
      }
    }
    assertThat(excluded).hasSizeGreaterThan(4);
    Map<EntryId, Tally> tallies = new TreeMap<>();
    Ledger ledger = Ledger.EMPTY;
    for (int i = 0; i < DRAWS; i++) {
      Draw draw = Draw.of(need(random, i), snapshot, POLICY, random.nextLong(), ledger);
      assertThat(draw.panel()).doesNotContainAnyElementsOf(excluded);
      ledger = ledger.plus(draw);
      count(draw, tallies);
    }
    equalsHadTheSame(tallies);
    everyoneHadTheirShare(tallies);
  }

  /// What a provider was owed and had.
  private static final class Tally {
    double due;
    int had;
  }

  private static void count(Draw draw, Map<EntryId, Tally> tallies) {
    Map<Object, Integer> contenders = new HashMap<>();
    Map<Object, Integer> places = new HashMap<>();
    for (Candidate candidate : draw.candidates()) {
      int seat = candidate.standing() == Standing.SEATED ? 1 : 0;
      candidate.rank().ifPresent(rank -> contenders.merge(rank, 1, Integer::sum));
      candidate.rank().ifPresent(rank -> places.merge(rank, seat, Integer::sum));
    }
    for (Candidate candidate : draw.candidates()) {
      if (candidate.rank().isPresent()) {
        Object rank = candidate.rank().get();
        Tally tally = tallies.computeIfAbsent(candidate.provider(), _ -> new Tally());
        tally.due += (double) places.getOrDefault(rank, 0) / contenders.getOrDefault(rank, 1);
        tally.had += candidate.standing() == Standing.SEATED ? 1 : 0;
      }
    }
  }

  private static void equalsHadTheSame(Map<EntryId, Tally> tallies) {
    Map<String, List<Tally>> profiles = new TreeMap<>();
    tallies.forEach((id, tally) ->
        profiles
            .computeIfAbsent(
                id.value().substring(0, id.value().length() - 2), _ -> new ArrayList<>())
            .add(tally));
    int compared = 0;
    double worst = 1;
    for (Map.Entry<String, List<Tally>> equals : profiles.entrySet()) {
      int most = equals.getValue().stream().mapToInt(t -> t.had).max().orElse(0);
      int least = equals.getValue().stream().mapToInt(t -> t.had).min().orElse(0);
      if (least >= 4) {
        compared++;
        worst = Math.max(worst, (double) most / least);
      } else {
        assertThat(most - least).as(equals.getKey()).isLessThanOrEqualTo(2);
      }
    }
    System.out.printf("%d profiles compared, worst ratio between equals %.3f%n", compared, worst);
    assertThat(worst).as("seed %d", Seed.value()).isLessThanOrEqualTo(1.5);
    assertThat(compared).isGreaterThan(15);
  }

  /// Everyone, equal to somebody or not, had what the contests owed them.
  private static void everyoneHadTheirShare(Map<EntryId, Tally> tallies) {
    int counted = 0;
    for (Map.Entry<EntryId, Tally> entry : tallies.entrySet()) {
      Tally tally = entry.getValue();
      if (tally.due >= 20) {
        counted++;
        assertThat(tally.had / tally.due)
            .as("%s, seed %d", entry.getKey(), Seed.value())
            .isBetween(0.82, 1.22);
      }
    }
    assertThat(counted).isGreaterThan(50);
  }

  @Test
  void twoHundredEqualsAreShownEquallyOften() {
    List<Provider> equals = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      equals.add(Small.provider("firme-%03d".formatted(i)));
    }
    Snapshot snapshot = Snapshot.of(Small.directory(equals));
    RandomGenerator random = Seed.random();
    Map<EntryId, Integer> shown = new HashMap<>();
    Ledger ledger = Ledger.EMPTY;
    for (int i = 0; i < DRAWS; i++) {
      Need need = Small.need(Small.need(), "CAS-" + i, 1 + random.nextInt(5));
      Draw draw = Draw.of(need, snapshot, POLICY, random.nextLong(), ledger);
      ledger = ledger.plus(draw);
      draw.panel().forEach(id -> shown.merge(id, 1, Integer::sum));
    }
    int most = Collections.max(shown.values());
    int least = Collections.min(shown.values());
    assertThat(shown).hasSize(200);
    assertThat((double) most / least).as("seed %d", Seed.value()).isLessThanOrEqualTo(1.5);
    assertThat(most - least).isLessThanOrEqualTo(2);
  }

  @Test
  void theOrderOfTheProvidersIsIrrelevant() {
    RandomGenerator random = Seed.random();
    for (int i = 0; i < 100; i++) {
      List<Provider> shuffled = new ArrayList<>(TWO_HUNDRED.providers());
      Collections.shuffle(shuffled, new Random(random.nextLong()));
      Directory other =
          new Directory(TWO_HUNDRED.version(), shuffled, TWO_HUNDRED.solutions(), List.of());
      Need need = need(random, i);
      assertThat(DrawFiles.json(Draw.of(need, other, POLICY, i, Ledger.EMPTY)))
          .isEqualTo(DrawFiles.json(Draw.of(need, SNAPSHOT, POLICY, i, Ledger.EMPTY)));
    }
  }

  @Test
  void addingAnIneligibleProviderChangesNothing() {
    RandomGenerator random = Seed.random();
    Ledger ledger = Ledger.EMPTY;
    for (int i = 0; i < 200; i++) {
      Need need = need(random, i);
      List<Provider> more = new ArrayList<>(TWO_HUNDRED.providers());
      Provider added =
          Small.controlled(Small.provider("a-" + random.nextInt(1_000_000)), Small.origin("CN"));
      more.add(random.nextBoolean() ? added : Small.grouped(added, "groupe-fictif-1"));
      Directory larger =
          new Directory(TWO_HUNDRED.version(), more, TWO_HUNDRED.solutions(), List.of());
      Draw without = Draw.of(need, SNAPSHOT, POLICY, i, ledger);
      Draw with = Draw.of(need, larger, POLICY, i, ledger);
      assertThat(with.panel()).isEqualTo(without.panel());
      assertThat(with.changes()).isEqualTo(without.changes());
      assertThat(with.candidates()).containsAll(without.candidates());
      ledger = ledger.plus(without);
    }
  }

  @Test
  void aDrawMadeAgainIsTheSameToTheByte() {
    RandomGenerator random = Seed.random();
    Ledger ledger = Ledger.EMPTY;
    for (int i = 0; i < 60; i++) {
      Draw draw = Draw.of(need(random, i), SNAPSHOT, POLICY, random.nextLong(), ledger);
      ledger = ledger.plus(draw);
      String record = DrawFiles.json(draw);
      Reading<Draw> again = DrawFiles.replay(record.getBytes(StandardCharsets.UTF_8));
      assertThat(again.findings()).as("seed %d", Seed.value()).isEmpty();
      assertThat(again).isInstanceOf(Reading.Usable.class);
      assertThat(DrawFiles.json(((Reading.Usable<Draw>) again).value())).isEqualTo(record);
      assertThat(((Reading.Usable<Draw>) again).value().digest()).isEqualTo(draw.digest());
    }
  }

  @Test
  void anyAlterationOfARecordIsSeen() {
    RandomGenerator random = Seed.random();
    Directory few = SampleDirectory.fictional(Seed.value(), 12, Small.DAY);
    Draw draw = Draw.of(need(random, 1), few, POLICY, 7, Ledger.EMPTY);
    byte[] record = DrawFiles.json(draw).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 1_000; i++) {
      byte[] altered = record.clone();
      int at = random.nextInt(altered.length);
      altered[at] = (byte) (altered[at] ^ 1 << random.nextInt(7));
      assertThat(DrawFiles.replay(altered))
          .as("byte %d, seed %d", at, Seed.value())
          .isInstanceOf(Reading.Refused.class);
    }
  }

  @Test
  void whatADrawOwesSumsToNothing() {
    RandomGenerator random = Seed.random();
    for (int i = 0; i < 300; i++) {
      Draw draw = Draw.of(need(random, i), SNAPSHOT, POLICY, i, Ledger.EMPTY);
      long sum = draw.changes().values().stream().mapToLong(Long::longValue).sum();
      assertThat(sum).isBetween(-400L, 0L);
    }
  }
}
