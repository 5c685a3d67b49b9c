package fr.bastide.loop.account;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.TokenScope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A key with which a person's program uses the API.
///
/// @param id its identifier
/// @param owner whose it is; it can never do more than its owner
/// @param label what the owner calls it
/// @param tokenHash SHA-256 of the secret, 64 hexadecimal digits
/// @param scopes what it may do
/// @param expires first instant at which it no longer works
/// @param lastUsed when it was last used, to the hour
public record ApiToken(
    UUID id,
    AccountId owner,
    String label,
    String tokenHash,
    Set<TokenScope> scopes,
    Instant expires,
    Optional<Instant> lastUsed) {

  public ApiToken {
    scopes = Set.copyOf(scopes);
  }
}
