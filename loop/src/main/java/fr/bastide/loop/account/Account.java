package fr.bastide.loop.account;

import fr.bastide.kernel.Language;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Membership;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A person who can sign in.
///
/// @param id its identifier
/// @param email in lower case; unique
/// @param name as shown to others
/// @param language in which it reads
/// @param passwordHash the Argon2id hash, if it has a password
/// @param memberships the hats it wears
/// @param disabledAt since when it may no longer sign in, if so
/// @param createdAt when it was made
public record Account(
    AccountId id,
    String email,
    String name,
    Language language,
    Optional<String> passwordHash,
    Set<Membership> memberships,
    Optional<Instant> disabledAt,
    Instant createdAt) {

  public Account {
    memberships = Set.copyOf(memberships);
  }

  /// The person as a caller.
  public Caller caller() {
    return Caller.person(id, name, memberships);
  }

  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
