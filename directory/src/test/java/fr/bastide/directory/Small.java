package fr.bastide.directory;

import fr.bastide.directory.Origin.Link;
import fr.bastide.directory.panel.Need;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.Money;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Small entries and needs to change one thing of.
public final class Small {

  /// The day on which everything here holds.
  public static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private Small() {}

  /// Every link in one country.
  public static Origin origin(String country) {
    Map<Link, Origin.Standing> links = new EnumMap<>(Link.class);
    for (Link link : Link.values()) {
      links.put(link, new Origin.Known(Set.of(new CountryCode(country))));
    }
    return new Origin(links);
  }

  /// The same origin with one link changed.
  public static Origin with(Origin origin, Link link, Origin.Standing standing) {
    Map<Link, Origin.Standing> links = new EnumMap<>(origin.links());
    links.put(link, standing);
    return new Origin(links);
  }

  /// Some countries.
  public static Origin.Known known(String... countries) {
    return new Origin.Known(
        Set.copyOf(java.util.Arrays.stream(countries).map(CountryCode::new).toList()));
  }

  /// A fictional provider who can do everything at any time near Toulouse, French through and
  /// through.
  public static Provider provider(String id) {
    return new Provider(
        new EntryId(id),
        new Provider.Identity(
            "Prestataire " + id,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true),
        new Provider.Presence(
            List.of(
                new Site(
                    "Toulouse", Optional.empty(), Optional.of(new Coordinates(43596000, 1432100)))),
            List.of(),
            Set.of(new Area("R76")),
            Optional.of(Hours.AROUND_THE_CLOCK),
            Optional.empty()),
        new Provider.Offer(
            Set.of("incident-response", "audit", "integration"),
            Set.of(BodyForm.COMMUNE),
            List.of(
                new HeldLabel(
                    "expertcyber",
                    "",
                    Optional.of(DAY.minusYears(1)),
                    Optional.of(DAY.plusYears(1)),
                    Optional.empty())),
            List.of(
                new Price(
                    "incident-response", Price.Unit.DAY, Money.euros(900), Money.euros(1100))),
            Set.of()),
        new Provider.Guarantees(
            List.of(),
            Optional.of(new Insurance("Assureur", Money.euros(1_000_000), DAY.plusMonths(6))),
            Optional.of(new Validation("Centre", DAY.minusMonths(2)))),
        origin("FR"),
        List.of());
  }

  /// The same provider, controlled from elsewhere.
  public static Provider controlled(Provider provider, Origin control) {
    return new Provider(
        provider.id(),
        provider.identity(),
        provider.presence(),
        provider.offer(),
        provider.guarantees(),
        control,
        provider.sources());
  }

  /// The same provider in a group.
  public static Provider grouped(Provider provider, String group) {
    Provider.Identity who = provider.identity();
    return new Provider(
        provider.id(),
        new Provider.Identity(
            who.name(),
            who.legalName(),
            who.siren(),
            who.website(),
            Optional.of(new EntryId(group)),
            who.fictional()),
        provider.presence(),
        provider.offer(),
        provider.guarantees(),
        provider.control(),
        provider.sources());
  }

  /// The same provider with another offer.
  public static Provider offering(Provider provider, UnaryOperator<Provider.Offer> change) {
    return new Provider(
        provider.id(),
        provider.identity(),
        provider.presence(),
        change.apply(provider.offer()),
        provider.guarantees(),
        provider.control(),
        provider.sources());
  }

  /// The same provider somewhere else, or at other hours.
  public static Provider present(Provider provider, UnaryOperator<Provider.Presence> change) {
    return new Provider(
        provider.id(),
        provider.identity(),
        change.apply(provider.presence()),
        provider.offer(),
        provider.guarantees(),
        provider.control(),
        provider.sources());
  }

  /// The same provider with other guarantees.
  public static Provider guaranteed(Provider provider, UnaryOperator<Provider.Guarantees> change) {
    return new Provider(
        provider.id(),
        provider.identity(),
        provider.presence(),
        provider.offer(),
        change.apply(provider.guarantees()),
        provider.control(),
        provider.sources());
  }

  /// A directory of these providers.
  public static Directory directory(List<Provider> providers) {
    return new Directory("2026.1", providers, List.of(), List.of());
  }

  /// Mirepoix in need of somebody for an incident, as an exercise.
  public static Need need() {
    return need(Need.Kind.INCIDENT, wishes("incident-response"), Need.Ties.NONE);
  }

  /// Mirepoix in need of somebody, as an exercise.
  public static Need need(Need.Kind kind, Need.Wishes wishes, Need.Ties ties) {
    return new Need(
        "CAS-2026-001",
        kind,
        DAY,
        true,
        new Need.Body(
            "Mirepoix",
            BodyForm.COMMUNE,
            "09",
            "76",
            Optional.of(new Coordinates(43109100, 1868800))),
        3,
        wishes,
        ties);
  }

  /// The same need under another reference, for so many places.
  public static Need need(Need need, String reference, int size) {
    return new Need(
        reference,
        need.kind(),
        need.date(),
        need.exercise(),
        need.body(),
        size,
        need.wishes(),
        need.ties());
  }

  /// Nothing asked but one skill.
  public static Need.Wishes wishes(String skill) {
    return new Need.Wishes(
        List.of(skill),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        false);
  }
}
