package fr.bastide.directory;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.Siren;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A firm that works for public bodies, as it describes itself and as the centre has validated it.
/// What nobody has said stays empty: it is for the provider to complete.
///
/// @param id its identifier
/// @param identity who it is
/// @param presence where it is and when it answers
/// @param offer what it does
/// @param guarantees what stands behind it
/// @param control who owns it and whose law reaches it
/// @param sources where the facts come from
public record Provider(
    EntryId id,
    Identity identity,
    Presence presence,
    Offer offer,
    Guarantees guarantees,
    Origin control,
    List<Source> sources) {

  public Provider {
    sources = List.copyOf(sources);
  }

  /// Who a provider is.
  ///
  /// @param name its trade name
  /// @param legalName its name in the register of companies, if known
  /// @param siren its SIREN, if known
  /// @param website its address on the web, if known
  /// @param group the group of firms with one owner it belongs to; a panel seats one of each
  /// @param fictional made up, for rehearsals: never shown to a body in earnest
  public record Identity(
      String name,
      Optional<String> legalName,
      Optional<Siren> siren,
      Optional<String> website,
      Optional<EntryId> group,
      boolean fictional) {}

  /// Where a provider is and when it answers.
  ///
  /// @param sites its places of work
  /// @param people whom to call
  /// @param areas where it works
  /// @param hours when it answers, if given
  /// @param unavailableUntil last day on which it takes no new work, if it said so
  public record Presence(
      List<Site> sites,
      List<Person> people,
      Set<Area> areas,
      Optional<Hours> hours,
      Optional<LocalDate> unavailableUntil) {

    public Presence {
      sites = List.copyOf(sites);
      people = List.copyOf(people);
      areas = sorted(areas);
    }
  }

  /// What a provider does.
  ///
  /// @param skills identifiers of the skill list
  /// @param sectors forms of bodies it says it knows
  /// @param labels what it says it holds
  /// @param prices what it publishes
  /// @param solutions what it installs or sells, identifiers in the same directory
  public record Offer(
      Set<String> skills,
      Set<BodyForm> sectors,
      List<HeldLabel> labels,
      List<Price> prices,
      Set<EntryId> solutions) {

    public Offer {
      skills = sorted(skills);
      sectors = sorted(sectors);
      labels = List.copyOf(labels);
      prices = List.copyOf(prices);
      solutions = sorted(solutions);
    }
  }

  /// What stands behind a provider.
  ///
  /// @param references work it may name
  /// @param insurance its professional liability, if given
  /// @param validation when the centre last validated the entry, if ever
  public record Guarantees(
      List<Reference> references, Optional<Insurance> insurance, Optional<Validation> validation) {

    public Guarantees {
      references = List.copyOf(references);
    }
  }

  private static <T extends Comparable<? super T>> Set<T> sorted(Set<T> set) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }
}
