package fr.bastide.loop.access;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Who asks: a visitor, a person signed in, or a person's program.
///
/// @param account the account; empty for a visitor
/// @param name how to name the person in histories; empty for a visitor
/// @param memberships the hats of the person
/// @param scopes the limits of the token when a program asks; empty for the person itself
public record Caller(
    Optional<AccountId> account,
    String name,
    Set<Membership> memberships,
    Optional<Set<TokenScope>> scopes) {

  public Caller {
    memberships = Set.copyOf(memberships);
    scopes = scopes.map(Set::copyOf);
  }

  /// Somebody without an account.
  public static final Caller VISITOR = new Caller(Optional.empty(), "", Set.of(), Optional.empty());

  /// A person signed in.
  public static Caller person(AccountId account, String name, Set<Membership> memberships) {
    return new Caller(Optional.of(account), name, memberships, Optional.empty());
  }

  /// Whether somebody is signed in.
  public boolean known() {
    return account.isPresent();
  }

  /// The roles held within one body.
  public Stream<BodyRole> rolesIn(BodyId body) {
    return memberships.stream()
        .filter(Membership.OfBody.class::isInstance)
        .map(Membership.OfBody.class::cast)
        .filter(m -> m.body().equals(body))
        .map(Membership.OfBody::role);
  }

  /// The providers worked for.
  public Stream<Membership.OfProvider> providers() {
    return memberships.stream()
        .filter(Membership.OfProvider.class::isInstance)
        .map(Membership.OfProvider.class::cast);
  }

  /// The roles held in the centre.
  public Stream<CentreRole> centreRoles() {
    return memberships.stream()
        .filter(Membership.OfCentre.class::isInstance)
        .map(Membership.OfCentre.class::cast)
        .map(Membership.OfCentre::role);
  }

  /// Whether one of these roles is held in the centre.
  public boolean hasCentreRole(CentreRole... roles) {
    return centreRoles().anyMatch(Set.of(roles)::contains);
  }
}
