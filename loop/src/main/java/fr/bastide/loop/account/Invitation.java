package fr.bastide.loop.account;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.Membership;
import java.time.Instant;
import java.util.Optional;

/// A link that makes an account, adds a hat, or sets a new password; used once.
///
/// @param tokenHash SHA-256 of the secret in the link, 64 hexadecimal digits
/// @param email to whom it was sent; empty for the one-time administrator link
/// @param membership the hat it gives; empty for a new password
/// @param invitedBy who sent it; empty when the house did
/// @param expires first instant at which it no longer works
/// @param usedAt when it was used, if it was
public record Invitation(
    String tokenHash,
    Optional<String> email,
    Optional<Membership> membership,
    Optional<AccountId> invitedBy,
    Instant expires,
    Optional<Instant> usedAt) {}
