package fr.bastide.loop.account;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Language;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.Membership;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The people who can sign in. Port.
public interface Accounts {

  /// Keeps a new account with its memberships.
  ///
  /// @throws fr.bastide.loop.Conflict when the address has an account already
  void add(Account account);

  /// The account with this identifier, if there is one.
  Optional<Account> find(AccountId id);

  /// The account with this address (any case), if there is one.
  Optional<Account> findByEmail(String email);

  /// The people of a body, by name.
  List<Account> ofBody(BodyId body);

  /// All accounts by name, for administrators.
  List<Account> all();

  /// Whether anybody is administrator yet.
  boolean hasAdministrator();

  /// Gives a person one more hat; does nothing if it wears it already.
  void addMembership(AccountId id, Membership membership);

  /// Takes a hat off.
  void removeMembership(AccountId id, Membership membership);

  /// Replaces the password hash.
  void setPassword(AccountId id, String hash);

  /// Removes every passkey of a person.
  void removePasskeys(AccountId id);

  /// Replaces name and language.
  void setProfile(AccountId id, String name, Language language);

  /// Stops (an instant) or allows (empty) signing in.
  void setDisabled(AccountId id, Optional<Instant> at);
}
