package fr.bastide.loop.account;

import java.time.Instant;
import java.util.Optional;

/// The links that were sent. Port.
public interface Invitations {

  /// Keeps a new invitation.
  void add(Invitation invitation);

  /// The invitation with this hash, if there is one, used or not.
  Optional<Invitation> find(String tokenHash);

  /// Marks it used, once.
  ///
  /// @return whether this call was the one that used it
  boolean use(String tokenHash, Instant at);

  /// Whether an unused link to set a new password was sent to this address and expires after an
  /// instant.
  boolean awaitsReset(String email, Instant expiringAfter);

  /// Ends all unused links to set a new password that were sent to this address.
  void endResets(String email, Instant at);

  /// Ends all unused administrator links: a new start prints a new one.
  void endAdministratorLinks(Instant at);
}
