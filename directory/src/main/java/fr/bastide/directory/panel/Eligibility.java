package fr.bastide.directory.panel;

import fr.bastide.directory.Coordinates;
import fr.bastide.directory.Directory;
import fr.bastide.directory.HeldLabel;
import fr.bastide.directory.Hours;
import fr.bastide.directory.Insurance;
import fr.bastide.directory.Price;
import fr.bastide.directory.Provider;
import fr.bastide.directory.Site;
import fr.bastide.directory.Validation;
import fr.bastide.directory.sourcing.Rank;
import fr.bastide.directory.sourcing.SourcingPolicy;
import fr.bastide.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Looks at each provider alone, against one need: nothing here depends on the others.
final class Eligibility {

  /// What was found of one provider.
  ///
  /// @param checks every reason, in the order of the criteria
  /// @param against those that exclude it
  /// @param rank how near it is
  record Finding(List<Check> checks, List<Check> against, Rank rank) {

    boolean eligible() {
      return against.isEmpty();
    }
  }

  /// A site and how far it is.
  private record Nearby(Site site, int kilometres) {}

  private final Need need;
  private final Need.Wishes wishes;
  private final SourcingPolicy policy;
  private final OriginChecks origins;
  private final Ties ties;

  Eligibility(Need need, Directory directory, SourcingPolicy policy) {
    this.need = need;
    this.wishes = need.wishes();
    this.policy = policy;
    origins = new OriginChecks(need, directory, policy);
    ties = new Ties(need, directory);
  }

  Finding of(Provider provider) {
    List<Check> checks = new ArrayList<>();
    standing(provider, checks);
    abilities(provider, checks);
    place(provider, checks);
    prices(provider, checks);
    insurance(provider, checks);
    provider
        .presence()
        .unavailableUntil()
        .filter(last -> !need.date().isAfter(last))
        .ifPresent(last -> checks.add(Check.of(Reason.UNAVAILABLE, last)));
    Rank rank = origins.control(provider, checks);
    ties.check(provider, checks);
    if (wishes.solution()) {
      rank = rank.orFarther(origins.solutions(provider, checks));
    }
    return new Finding(
        checks,
        checks.stream().filter(c -> c.reason().bearing() == Reason.Bearing.FAILED).toList(),
        rank);
  }

  private void standing(Provider provider, List<Check> checks) {
    if (need.exercise() != provider.identity().fictional()) {
      checks.add(Check.of(need.exercise() ? Reason.REAL_IN_EXERCISE : Reason.FICTIONAL_IN_EARNEST));
    }
    String refusal = need.ties().declined().get(provider.id());
    if (refusal != null) {
      checks.add(Check.of(Reason.HAS_DECLINED, refusal));
    }
    checks.add(
        provider
            .guarantees()
            .validation()
            .map(this::validation)
            .orElseGet(() -> Check.of(Reason.NEVER_VALIDATED)));
  }

  private Check validation(Validation validation) {
    if (need.date().isBefore(validation.on())) {
      return Check.of(Reason.VALIDATED_LATER, validation.on());
    }
    return validation.currentAt(need.date(), policy.validMonths())
        ? Check.of(Reason.VALIDATED, validation.by(), validation.on())
        : Check.of(Reason.VALIDATION_TOO_OLD, validation.on(), policy.validMonths());
  }

  private void abilities(Provider provider, List<Check> checks) {
    for (String skill : wishes.skills()) {
      boolean there = provider.offer().skills().contains(skill);
      checks.add(Check.of(there ? Reason.SKILL_THERE : Reason.SKILL_MISSING, skill));
    }
    for (String label : wishes.labels()) {
      checks.add(label(label, provider.offer().labels(), need.date()));
    }
    wishes.hours().ifPresent(needed -> checks.add(hours(needed, provider.presence().hours())));
    if (wishes.knowsSector()) {
      boolean known = provider.offer().sectors().contains(need.body().form());
      checks.add(
          Check.of(
              known ? Reason.SECTOR_KNOWN : Reason.SECTOR_NOT_KNOWN, need.body().form().name()));
    }
  }

  /// What can be said of a label: the most favourable of those held under that name.
  private static Check label(String label, List<HeldLabel> held, LocalDate day) {
    Check said = Check.of(Reason.LABEL_MISSING, label);
    for (HeldLabel one : held) {
      if (one.label().equals(label)) {
        if (one.inForce(day)) {
          return Check.of(Reason.LABEL_IN_FORCE, label, one.until().orElse(day));
        }
        said =
            one.until()
                .map(until ->
                    until.isBefore(day)
                        ? Check.of(Reason.LABEL_EXPIRED, label, until)
                        : Check.of(Reason.LABEL_NOT_YET, label, one.from().orElse(day)))
                .orElseGet(() -> Check.of(Reason.LABEL_UNDATED, label));
      }
    }
    return said;
  }

  private static Check hours(Hours needed, Optional<Hours> kept) {
    return kept.map(hours ->
            Check.of(
                hours.enoughFor(needed) ? Reason.HOURS_ENOUGH : Reason.HOURS_TOO_SHORT,
                hours.name()))
        .orElseGet(() -> Check.of(Reason.HOURS_NOT_SAID));
  }

  private void place(Provider provider, List<Check> checks) {
    Need.Body body = need.body();
    if (provider.presence().areas().isEmpty()) {
      checks.add(Check.of(Reason.AREA_NOT_SAID));
    } else {
      boolean served =
          provider.presence().areas().stream()
              .anyMatch(area -> area.covers(body.departement(), body.region()));
      checks.add(
          Check.of(served ? Reason.AREA_SERVED : Reason.AREA_NOT_SERVED, body.departement()));
    }
    wishes.withinKm().ifPresent(most -> checks.add(distance(provider, most)));
  }

  private Check distance(Provider provider, int most) {
    Optional<Nearby> nearest =
        need.body().at().flatMap(here -> nearest(here, provider.presence().sites()));
    return nearest
        .map(near ->
            Check.of(
                near.kilometres() <= most ? Reason.NEAR : Reason.TOO_FAR,
                near.kilometres(),
                near.site().commune()))
        .orElseGet(() -> Check.of(Reason.PLACE_NOT_SAID));
  }

  private static Optional<Nearby> nearest(Coordinates here, List<Site> sites) {
    return sites.stream()
        .flatMap(
            site -> site.coordinates().map(at -> new Nearby(site, here.kilometresTo(at))).stream())
        .min(
            Comparator.comparingInt(Nearby::kilometres)
                .thenComparing(near -> near.site().commune()));
  }

  private void prices(Provider provider, List<Check> checks) {
    if (wishes.price().isEmpty()) {
      return;
    }
    Need.PriceLimit limit = wishes.price().get();
    for (String skill : wishes.skills()) {
      Optional<Money> lowest =
          provider.offer().prices().stream()
              .filter(price -> price.skill().equals(skill) && price.unit() == limit.unit())
              .map(Price::from)
              .min(Money::compareTo);
      checks.add(
          lowest
              .map(price ->
                  Check.of(
                      price.compareTo(limit.most()) <= 0 ? Reason.PRICE_WITHIN : Reason.PRICE_ABOVE,
                      skill,
                      price.cents()))
              .orElseGet(() -> Check.of(Reason.PRICE_NOT_SAID, skill)));
    }
  }

  private void insurance(Provider provider, List<Check> checks) {
    wishes
        .insurance()
        .ifPresent(least ->
            checks.add(
                provider
                    .guarantees()
                    .insurance()
                    .map(policy -> insurance(policy, least))
                    .orElseGet(() -> Check.of(Reason.INSURANCE_NOT_SAID))));
  }

  private Check insurance(Insurance insurance, Money least) {
    if (need.date().isAfter(insurance.until())) {
      return Check.of(Reason.INSURANCE_OVER, insurance.until());
    }
    return insurance.cover().compareTo(least) < 0
        ? Check.of(Reason.INSURED_FOR_LESS, insurance.cover().cents())
        : Check.of(Reason.INSURED, insurance.cover().cents(), insurance.until());
  }
}
