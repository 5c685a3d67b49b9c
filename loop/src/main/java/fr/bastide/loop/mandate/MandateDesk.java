package fr.bastide.loop.mandate;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Siren;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Denied;
import fr.bastide.loop.FreeText;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.access.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Grants, chains and revokes mandates.
public final class MandateDesk {

  /// The longest period of one mandate.
  public static final Duration LONGEST = Duration.ofDays(3 * 366);

  private static final int MAX_NAME = 200;
  private static final int MAX_CITY = 100;

  private final Threshold threshold;
  private final Mandates mandates;
  private final Providers providers;

  /// A desk over these.
  public MandateDesk(Threshold threshold, Mandates mandates, Providers providers) {
    this.threshold = threshold;
    this.mandates = mandates;
    this.providers = providers;
  }

  /// What a body or an integrator asks for.
  ///
  /// @param provider who receives the mandate
  /// @param scopes what it allows
  /// @param from first instant
  /// @param until first instant after it
  /// @param mayBringVendors whether the provider may bring vendors in
  public record Grant(
      ProviderId provider,
      Set<MandateScope> scopes,
      Instant from,
      Instant until,
      boolean mayBringVendors) {

    public Grant {
      scopes = Set.copyOf(scopes);
    }
  }

  /// All mandates of a body with the firms that hold them, newest first: the whole chain.
  @UseCase(Act.READ_MANDATES)
  public List<Held> ofBody(Caller caller, BodyId body) {
    return threshold.cross(
        caller,
        Act.READ_MANDATES,
        body,
        "mandates",
        () -> mandates.ofBody(body).stream().map(this::held).toList());
  }

  /// Grants a mandate in the name of a body.
  ///
  /// @throws Invalid when the period or the scope makes no sense
  @UseCase(Act.GRANT_MANDATE)
  public Mandate grant(Caller caller, BodyId body, Grant grant) {
    MandateId id = MandateId.random();
    return threshold.cross(
        caller,
        Act.GRANT_MANDATE,
        body,
        "mandate " + id,
        () -> {
          check(grant);
          requireKnown(grant.provider());
          return keep(id, caller, body, grant, Optional.empty());
        });
  }

  /// Brings a vendor in under one's own mandate: never wider, never longer, only when the body
  /// allowed it.
  ///
  /// @throws Denied when the body did not allow it
  /// @throws Invalid when it is wider or longer than one's own mandate
  @UseCase(Act.BRING_VENDOR)
  public Mandate bringVendor(Caller caller, BodyId body, MandateId under, Grant grant) {
    MandateId id = MandateId.random();
    return threshold.cross(
        caller,
        Act.BRING_VENDOR,
        body,
        "mandate " + id + " under " + under,
        () -> {
          Mandate own = ownMandate(caller, body, under);
          if (!own.mayBringVendors()) {
            throw new Denied(
                new Text(
                    "L’organisme n’a pas permis de faire intervenir un éditeur sous ce mandat."
                        + " Demandez-le à son élu.",
                    "The body did not allow a vendor to be brought in under this mandate. Ask its"
                        + " elected official."));
          }
          check(grant);
          if (!own.scopes().containsAll(grant.scopes())
              || grant.from().isBefore(own.from())
              || grant.until().isAfter(own.until())) {
            throw new Invalid(
                "scopes",
                new Text(
                    "Un mandat donné sous le vôtre ne peut être ni plus large ni plus long.",
                    "A mandate given under yours can be neither wider nor longer."));
          }
          requireRoomUnder(own);
          requireKnown(grant.provider());
          return keep(id, caller, body, grant, Optional.of(under));
        });
  }

  /// Ends a mandate at once, and those given under it.
  @UseCase(Act.REVOKE_MANDATE)
  public void revoke(Caller caller, BodyId body, MandateId id) {
    threshold.cross(
        caller,
        Act.REVOKE_MANDATE,
        body,
        "mandate " + id,
        () -> {
          if (mandates.find(id).filter(m -> m.body().equals(body)).isEmpty()) {
            throw new NotFound();
          }
          mandates.revoke(id, threshold.clock().instant());
          return id;
        });
  }

  /// The bodies for which the caller's firms hold an active mandate.
  @UseCase(Act.LIST_OWN_BODIES)
  public List<Mandate> mine(Caller caller) {
    return threshold.cross(
        caller,
        Act.LIST_OWN_BODIES,
        "mandates",
        () -> {
          Instant now = threshold.clock().instant();
          return caller
              .providers()
              .map(Membership.OfProvider::provider)
              .distinct()
              .flatMap(p -> mandates.ofProvider(p).stream())
              .filter(m -> m.activeAt(now))
              .filter(m -> threshold.gate().allows(caller, Act.SEE_BODY, m.body()))
              .toList();
        });
  }

  /// The firms to which a mandate can be given.
  @UseCase(Act.LIST_PROVIDERS)
  public List<Provider> providers(Caller caller) {
    return threshold.cross(caller, Act.LIST_PROVIDERS, "providers", providers::all);
  }

  /// Adds a firm to which a mandate can be given.
  ///
  /// @param city where it sits; may be empty
  /// @throws fr.bastide.loop.Conflict when another has the same SIREN
  @UseCase(Act.ADMINISTER)
  public Provider addProvider(Caller caller, String name, Optional<Siren> siren, String city) {
    ProviderId id = ProviderId.random();
    return threshold.cross(
        caller,
        Act.ADMINISTER,
        "provider " + id,
        () -> {
          Provider provider = provider(id, name.strip(), siren, city.strip());
          providers.add(provider);
          return provider;
        });
  }

  private static Provider provider(
      ProviderId id, String trade, Optional<Siren> siren, String where) {
    FreeText.require("name", trade, MAX_NAME);
    FreeText.require("city", where, MAX_CITY);
    if (trade.isEmpty()) {
      throw new Invalid(
          "name", new Text("Donnez le nom du prestataire.", "Give the name of the provider."));
    }
    return new Provider(id, trade, siren, where);
  }

  /// A mandate and the firm that holds it.
  public record Held(Mandate mandate, Provider provider) {}

  private Held held(Mandate mandate) {
    return new Held(mandate, providers.find(mandate.provider()).orElseThrow(NotFound::new));
  }

  private Mandate ownMandate(Caller caller, BodyId body, MandateId under) {
    Mandate own =
        mandates.find(under).filter(m -> m.body().equals(body)).orElseThrow(NotFound::new);
    if (!threshold.gate().holds(caller, body, under)) {
      throw new NotFound();
    }
    return own;
  }

  private void requireRoomUnder(Mandate own) {
    Optional<Mandate> link = Optional.of(own);
    for (int length = 1; link.isPresent(); length++) {
      if (length >= Mandate.MAX_CHAIN) {
        throw new Invalid(
            "under",
            new Text(
                "La chaîne des mandats est déjà la plus longue possible : l’organisme doit"
                    + " donner lui-même celui-ci.",
                "The chain of mandates is as long as it may be: the body must grant this one"
                    + " itself."));
      }
      link = link.flatMap(Mandate::under).flatMap(mandates::find);
    }
  }

  private Mandate keep(
      MandateId id, Caller caller, BodyId body, Grant grant, Optional<MandateId> under) {
    Mandate mandate =
        new Mandate(
            id,
            body,
            grant.provider(),
            grant.scopes(),
            grant.from(),
            grant.until(),
            caller.account().orElseThrow(),
            grant.mayBringVendors(),
            under,
            Optional.empty());
    mandates.add(mandate);
    return mandate;
  }

  private void check(Grant grant) {
    if (grant.scopes().isEmpty()) {
      throw new Invalid(
          "scopes",
          new Text(
              "Choisissez au moins une mission pour ce mandat.",
              "Choose at least one task for this mandate."));
    }
    Instant now = threshold.clock().instant();
    if (grant.from().isBefore(now.minus(LONGEST)) || grant.from().isAfter(now.plus(LONGEST))) {
      throw new Invalid(
          "from",
          new Text(
              "Le début du mandat est trop loin d’aujourd’hui : trois ans au plus.",
              "The mandate begins too far from today: within three years."));
    }
    if (!grant.until().isAfter(grant.from())
        || Duration.between(grant.from(), grant.until()).compareTo(LONGEST) > 0) {
      throw new Invalid(
          "until",
          new Text(
              "La fin du mandat doit suivre son début, de trois ans au plus.",
              "The mandate must end after it begins, and within three years."));
    }
  }

  private void requireKnown(ProviderId provider) {
    if (providers.find(provider).isEmpty()) {
      throw new Invalid(
          "provider",
          new Text("Ce prestataire n’est pas connu ici.", "This provider is not known here."));
    }
  }
}
