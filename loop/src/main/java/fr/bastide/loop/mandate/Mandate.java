package fr.bastide.loop.mandate;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.ProviderId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A body lets a provider act for it, within a scope and a period.
///
/// @param id its identifier
/// @param body who grants it
/// @param provider who receives it
/// @param scopes what it allows, never empty
/// @param from first instant
/// @param until first instant after it
/// @param grantedBy the account that granted it
/// @param mayBringVendors whether the provider may bring a vendor in under it
/// @param under the mandate under which this one was given, when a provider brought a vendor in
/// @param revokedAt when it was revoked, if it was
public record Mandate(
    MandateId id,
    BodyId body,
    ProviderId provider,
    Set<MandateScope> scopes,
    Instant from,
    Instant until,
    AccountId grantedBy,
    boolean mayBringVendors,
    Optional<MandateId> under,
    Optional<Instant> revokedAt) {

  /// The most mandates one under the other: the integrator's, its vendor's, and two more.
  public static final int MAX_CHAIN = 4;

  public Mandate {
    scopes = Set.copyOf(scopes);
  }

  /// Whether this link holds at an instant; the links above it must hold as well.
  public boolean activeAt(Instant now) {
    return !now.isBefore(from) && now.isBefore(until) && revokedAt.isEmpty();
  }
}
