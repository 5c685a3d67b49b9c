package fr.bastide.directory.internal;

import fr.bastide.directory.Area;
import fr.bastide.directory.Directory;
import fr.bastide.directory.EntryId;
import fr.bastide.directory.HeldLabel;
import fr.bastide.directory.Hours;
import fr.bastide.directory.Insurance;
import fr.bastide.directory.Label;
import fr.bastide.directory.Origin;
import fr.bastide.directory.Person;
import fr.bastide.directory.Price;
import fr.bastide.directory.Provider;
import fr.bastide.directory.Solution;
import fr.bastide.directory.Validation;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.file.DirectoryFiles;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Siren;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Makes fictional directories: numbered firms, SIREN numbers that begin with 000, one product of
/// each kind under each origin.
public final class Samples {

  private static final Vocabulary WORDS = Vocabulary.builtin();

  private final SampleStock stock = SampleStock.load();
  private final SplitMix random;
  private final LocalDate today;
  private final List<Solution> solutions = new ArrayList<>();

  private Samples(long seed, LocalDate today) {
    random = new SplitMix(seed);
    this.today = today;
  }

  /// See [fr.bastide.directory.sample.SampleDirectory#fictional].
  public static Directory fictional(long seed, int providers, LocalDate today) {
    return new Samples(seed, today).directory(providers);
  }

  /// See [fr.bastide.directory.sample.SampleDirectory#occitanie].
  public static Directory occitanie() {
    String file = "occitanie.yaml";
    return Resources.usable(DirectoryFiles.read(Resources.read(file), WORDS), file);
  }

  private Directory directory(int count) {
    for (SampleStock.Product product : stock.products()) {
      for (SampleStock.Chain chain : stock.origins()) {
        solutions.add(solution(product, chain.origin(), solutions.size() + 1));
      }
    }
    List<Provider> providers = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      providers.add(provider(i));
    }
    return new Directory(WORDS.version(), providers, solutions, List.of());
  }

  private Solution solution(SampleStock.Product product, Origin origin, int number) {
    Map<BodySize, Solution.Fee> prices = new EnumMap<>(BodySize.class);
    long euros = 200 + 100L * random.below(20);
    for (BodySize size : BodySize.values()) {
      prices.put(size, new Solution.Fee(Money.euros(euros / 2), Money.euros(euros)));
      euros *= 3;
    }
    return new Solution(
        new EntryId("produit-fictif-%02d".formatted(number)),
        product.name() + " fictif n° %02d".formatted(number),
        "Éditeur fictif n° %02d".formatted(number),
        origin,
        List.of(),
        prices,
        product.measures(),
        Optional.empty(),
        true,
        List.of());
  }

  private Provider provider(int number) {
    SampleStock.Town town = town();
    Set<String> skills = skills();
    String three = "%03d".formatted(number);
    Provider.Identity identity =
        new Provider.Identity(
            "Prestataire fictif n° " + three,
            Optional.empty(),
            Optional.of(siren(number)),
            Optional.empty(),
            random.percent(5)
                ? Optional.of(new EntryId("groupe-fictif-" + (1 + random.below(4))))
                : Optional.empty(),
            true);
    Provider.Presence presence =
        new Provider.Presence(
            List.of(town.site()),
            List.of(
                new Person(
                    "Personne fictive " + three,
                    "astreinte",
                    Optional.of("fictif-" + three + "@exemple.invalid"),
                    Optional.empty())),
            areas(town.departement()),
            random.percent(95) ? Optional.of(hours()) : Optional.empty(),
            random.percent(4) ? Optional.of(today.plusDays(20)) : Optional.empty());
    Provider.Offer offer =
        new Provider.Offer(skills, sectors(), labels(), prices(skills), offered(skills));
    return new Provider(
        new EntryId("fictif-" + three),
        identity,
        presence,
        offer,
        guarantees(),
        control(),
        List.of());
  }

  /// Who is asked by weight: large towns have more firms.
  private SampleStock.Town town() {
    int left = random.below(stock.towns().stream().mapToInt(SampleStock.Town::weight).sum());
    for (SampleStock.Town town : stock.towns()) {
      left -= town.weight();
      if (left < 0) {
        return town;
      }
    }
    return stock.towns().getFirst();
  }

  private Origin control() {
    int left = random.below(stock.origins().stream().mapToInt(SampleStock.Chain::weight).sum());
    for (SampleStock.Chain chain : stock.origins()) {
      left -= chain.weight();
      if (left < 0) {
        return chain.origin();
      }
    }
    return Origin.UNKNOWN;
  }

  private Set<String> skills() {
    Set<String> skills = new TreeSet<>();
    int count = 2 + random.below(5);
    while (skills.size() < count) {
      skills.add(WORDS.skills().get(random.below(WORDS.skills().size())).id());
    }
    return skills;
  }

  private Set<Area> areas(String departement) {
    int kind = random.below(10);
    if (kind < 6) {
      return Set.of(new Area("R76"));
    }
    return Set.of(kind < 9 ? new Area("FR") : new Area(departement));
  }

  private Hours hours() {
    int kind = random.below(10);
    if (kind < 5) {
      return Hours.BUSINESS_HOURS;
    }
    return kind < 7 ? Hours.EXTENDED_HOURS : Hours.AROUND_THE_CLOCK;
  }

  private Set<BodyForm> sectors() {
    Set<BodyForm> sectors = EnumSet.noneOf(BodyForm.class);
    for (BodyForm form : BodyForm.values()) {
      if (random.percent(form == BodyForm.COMMUNE ? 80 : 30)) {
        sectors.add(form);
      }
    }
    return sectors;
  }

  private List<HeldLabel> labels() {
    List<HeldLabel> labels = new ArrayList<>();
    for (Label label : WORDS.labels()) {
      if (!label.product() && random.percent(label.id().equals("expertcyber") ? 50 : 15)) {
        LocalDate from = today.minusDays(30 + random.below(900));
        labels.add(
            new HeldLabel(
                label.id(),
                "portée fictive",
                Optional.of(from),
                Optional.of(from.plusMonths(label.months().orElse(12))),
                Optional.empty()));
      }
    }
    return labels;
  }

  private List<Price> prices(Set<String> skills) {
    List<Price> prices = new ArrayList<>();
    for (String skill : skills) {
      if (random.percent(85)) {
        long euros = 600 + 50L * random.below(17);
        prices.add(new Price(skill, Price.Unit.DAY, Money.euros(euros), Money.euros(euros + 150)));
      }
    }
    return prices;
  }

  private Set<EntryId> offered(Set<String> skills) {
    Set<EntryId> offered = new TreeSet<>();
    int origins = stock.origins().size();
    for (int i = 0; i < stock.products().size(); i++) {
      if (skills.contains(stock.products().get(i).skill())) {
        offered.add(solutions.get(i * origins + random.below(origins)).id());
        offered.add(solutions.get(i * origins + random.below(origins)).id());
      }
    }
    return offered;
  }

  private Provider.Guarantees guarantees() {
    return new Provider.Guarantees(
        List.of(),
        random.percent(90)
            ? Optional.of(
                new Insurance(
                    "Assureur fictif",
                    Money.euros(250_000L * (1 + random.below(8))),
                    today.plusDays(random.below(700) - 30)))
            : Optional.empty(),
        random.percent(95)
            ? Optional.of(new Validation("Centre fictif", today.minusDays(random.below(380))))
            : Optional.empty());
  }

  /// A SIREN that begins with 000 and has a right check digit.
  private static Siren siren(int number) {
    String eight = String.format(Locale.ROOT, "000%05d", number);
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      int digit = eight.charAt(7 - i) - '0';
      int doubled = i % 2 == 0 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return new Siren(eight + (10 - sum % 10) % 10);
  }
}
