package fr.bastide.directory.internal;

import fr.bastide.directory.Area;
import fr.bastide.directory.EntryId;
import fr.bastide.directory.Hours;
import fr.bastide.directory.Insurance;
import fr.bastide.directory.Origin;
import fr.bastide.directory.Person;
import fr.bastide.directory.Price;
import fr.bastide.directory.Provider;
import fr.bastide.directory.Reference;
import fr.bastide.directory.Site;
import fr.bastide.directory.Validation;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.InseeCode;
import fr.bastide.kernel.InvalidIdentifier;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Siren;
import fr.bastide.kernel.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one provider.
final class ProviderReader {

  /// What the SIREN of a fictional provider begins with; INSEE gives no such number.
  static final String FICTIONAL = "000";

  private static final int NAME = 200;
  private static final int MOST = 50;

  private static final Text AREA =
      new Text(
          "Une zone s’écrit FR (la France), R76 (une région) ou \"34\" (un département).",
          "An area is written FR (France), R76 (a region) or \"34\" (a département).");
  private static final Text INSEE =
      new Text(
          "Un code INSEE compte cinq caractères, comme 34172 ou 2A004.",
          "An INSEE code has five characters, such as 34172 or 2A004.");

  private final Words words;

  ProviderReader(Words words) {
    this.words = words;
  }

  /// The provider, if its identifier can be read.
  Optional<Provider> read(Fields item) {
    item.need("id");
    Optional<EntryId> id = item.id("id");
    Fields fields = id.map(known -> item.at("providers." + known)).orElse(item);
    fields.known(
        "id",
        "name",
        "legal-name",
        "siren",
        "website",
        "group",
        "fictional",
        "sites",
        "people",
        "areas",
        "hours",
        "unavailable-until",
        "skills",
        "sectors",
        "labels",
        "prices",
        "solutions",
        "references",
        "insurance",
        "validation",
        "control",
        "sources");
    Provider.Identity identity = identity(fields);
    Provider.Presence presence = presence(fields);
    Provider.Offer offer = offer(fields);
    Provider.Guarantees guarantees = guarantees(fields);
    Origin control = fields.inner("control").map(OriginReader::read).orElse(Origin.UNKNOWN);
    var sources = EntryParts.sources(fields);
    return id.map(
        known -> new Provider(known, identity, presence, offer, guarantees, control, sources));
  }

  private static Provider.Identity identity(Fields fields) {
    boolean fictional = fields.flag("fictional");
    Optional<Siren> siren = siren(fields);
    siren.ifPresent(number -> checkFictional(fields, number, fictional));
    return new Provider.Identity(
        fields.text("name", NAME),
        fields.textOr("legal-name", NAME),
        siren,
        EntryParts.website(fields, "website"),
        fields.id("group"),
        fictional);
  }

  private static Optional<Siren> siren(Fields fields) {
    Optional<String> written = fields.textOr("siren", 40);
    try {
      return written.map(Siren::parse);
    } catch (InvalidIdentifier wrong) {
      fields.error("siren", wrong.text());
      return Optional.empty();
    }
  }

  private static void checkFictional(Fields fields, Siren siren, boolean fictional) {
    if (siren.value().startsWith(FICTIONAL) != fictional) {
      fields.error(
          "siren",
          "Un SIREN commence par 000 pour un prestataire fictif (fictional: true), et pour lui"
              + " seul.",
          "A SIREN begins with 000 for a fictional provider (fictional: true), and for no other.");
    }
  }

  private static Provider.Presence presence(Fields fields) {
    List<Site> sites = new ArrayList<>();
    for (Fields site : fields.mappings("sites", MOST)) {
      site.known("commune", "insee", "lat", "lon");
      sites.add(
          new Site(
              site.text("commune", 100),
              site.parsed("insee", ProviderReader::insee, INSEE),
              EntryParts.point(site)));
    }
    List<Person> people = new ArrayList<>();
    for (Fields person : fields.mappings("people", MOST)) {
      person.known("name", "role", "email", "phone");
      people.add(
          new Person(
              person.text("name", 100),
              person.textOr("role", 100).orElse(""),
              person.textOr("email", 200),
              person.textOr("phone", 40)));
    }
    Set<Area> areas = fields.each("areas", 110, ProviderReader::area, AREA);
    return new Provider.Presence(
        sites,
        people,
        areas,
        fields.constant("hours", Hours.values()),
        fields.date("unavailable-until"));
  }

  static Optional<Area> area(String text) {
    return Area.valid(text) ? Optional.of(new Area(text)) : Optional.empty();
  }

  static Optional<InseeCode> insee(String text) {
    try {
      return Optional.of(new InseeCode(text));
    } catch (InvalidIdentifier wrong) {
      return Optional.empty();
    }
  }

  private Provider.Offer offer(Fields fields) {
    Set<String> skills = words.skills(fields, "skills");
    List<Price> prices = new ArrayList<>();
    for (Fields price : fields.mappings("prices", 100)) {
      price(price).ifPresent(prices::add);
    }
    return new Provider.Offer(
        skills,
        fields.constants("sectors", BodyForm.values()),
        EntryParts.labels(fields, "labels", words, false),
        prices,
        fields.ids("solutions", 200));
  }

  private Optional<Price> price(Fields fields) {
    fields.known("skill", "unit", "from", "to");
    List.of("skill", "unit", "from").forEach(fields::need);
    Optional<String> skill = words.skill(fields, "skill");
    Optional<Price.Unit> unit = fields.constant("unit", Price.Unit.values());
    Optional<Money> from = fields.money("from");
    Optional<Money> to = fields.money("to").or(() -> from);
    if (skill.isEmpty() || unit.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (to.get().compareTo(from.get()) < 0) {
      fields.error(
          "to",
          "Le prix le plus haut (to) est sous le plus bas (from).",
          "The highest price (to) is below the lowest (from).");
      return Optional.empty();
    }
    return Optional.of(new Price(skill.get(), unit.get(), from.get(), to.get()));
  }

  private static Provider.Guarantees guarantees(Fields fields) {
    List<Reference> references = new ArrayList<>();
    for (Fields reference : fields.mappings("references", MOST)) {
      reference.known("client", "work", "year");
      reference.need("year");
      references.add(
          new Reference(
              reference.text("client", 200),
              reference.text("work", 300),
              reference.whole("year", 1990, 2100).orElse(2000)));
    }
    return new Provider.Guarantees(
        references,
        fields.inner("insurance").flatMap(ProviderReader::insurance),
        fields.inner("validation").flatMap(ProviderReader::validation));
  }

  private static Optional<Insurance> insurance(Fields fields) {
    fields.known("insurer", "cover", "until");
    List.of("cover", "until").forEach(fields::need);
    String insurer = fields.text("insurer", NAME);
    Optional<Money> cover = fields.money("cover");
    Optional<LocalDate> until = fields.date("until");
    return cover.flatMap(most -> until.map(last -> new Insurance(insurer, most, last)));
  }

  private static Optional<Validation> validation(Fields fields) {
    fields.known("by", "on");
    fields.need("on");
    String by = fields.text("by", NAME);
    return fields.date("on").map(day -> new Validation(by, day));
  }
}
