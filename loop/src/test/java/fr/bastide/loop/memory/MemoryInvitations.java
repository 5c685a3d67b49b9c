package fr.bastide.loop.memory;

import fr.bastide.loop.account.Invitation;
import fr.bastide.loop.account.Invitations;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Invitations in memory.
public final class MemoryInvitations implements Invitations, Undoable {

  private final Map<String, Invitation> invitations = new LinkedHashMap<>();

  @Override
  public void add(Invitation invitation) {
    invitations.put(invitation.tokenHash(), invitation);
  }

  @Override
  public Optional<Invitation> find(String tokenHash) {
    return Optional.ofNullable(invitations.get(tokenHash));
  }

  @Override
  public boolean use(String tokenHash, Instant at) {
    Optional<Invitation> found = find(tokenHash).filter(i -> i.usedAt().isEmpty());
    found.ifPresent(i -> add(used(i, at)));
    return found.isPresent();
  }

  @Override
  public boolean awaitsReset(String email, Instant expiringAfter) {
    return invitations.values().stream()
        .anyMatch(i -> reset(i, email) && i.expires().isAfter(expiringAfter));
  }

  @Override
  public void endResets(String email, Instant at) {
    invitations.replaceAll((hash, i) -> reset(i, email) ? used(i, at) : i);
  }

  private static boolean reset(Invitation i, String email) {
    return i.membership().isEmpty() && i.usedAt().isEmpty() && i.email().equals(Optional.of(email));
  }

  @Override
  public void endAdministratorLinks(Instant at) {
    invitations.replaceAll(
        (hash, i) -> i.email().isEmpty() && i.usedAt().isEmpty() ? used(i, at) : i);
  }

  private static Invitation used(Invitation i, Instant at) {
    return new Invitation(
        i.tokenHash(), i.email(), i.membership(), i.invitedBy(), i.expires(), Optional.of(at));
  }

  @Override
  public Runnable remember() {
    Map<String, Invitation> before = new LinkedHashMap<>(invitations);
    return () -> {
      invitations.clear();
      invitations.putAll(before);
    };
  }
}
