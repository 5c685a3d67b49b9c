package fr.bastide.loop.account;

import fr.bastide.loop.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The tokens of all programs. Port.
public interface ApiTokens {

  /// Keeps a new token.
  void add(ApiToken token);

  /// The token with this hash, if there is one.
  Optional<ApiToken> find(String tokenHash);

  /// The tokens of a person, newest first.
  List<ApiToken> of(AccountId owner);

  /// Ends a token of this owner; nothing happens when it is not theirs.
  void revoke(AccountId owner, UUID id);

  /// Ends all tokens of this owner.
  void revokeAll(AccountId owner);

  /// Notes that it was used.
  void used(UUID id, Instant at);
}
