package fr.bastide.web.access;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.account.Secrets;
import fr.bastide.web.PublicAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/// The passkeys of a person, to list and to remove.
@Component
public class Passkeys {

  private static final int HANDLE = 16;

  private final UserCredentialRepository credentials;
  private final PublicAddress address;

  Passkeys(UserCredentialRepository credentials, PublicAddress address) {
    this.credentials = credentials;
    this.address = address;
  }

  /// One passkey.
  ///
  /// @param handle names it in forms
  /// @param label what the person calls it
  /// @param created when it was added
  /// @param lastUsed when it was last used
  public record Listed(String handle, String label, Instant created, Instant lastUsed) {}

  /// The host for which passkeys work; empty when they cannot.
  Optional<String> host() {
    return address.takesPasskeys() ? Optional.of(address.host()) : Optional.empty();
  }

  /// The passkeys of this person, the newest first.
  public List<Listed> of(AccountId account) {
    return records(account).stream()
        .map(record ->
            new Listed(
                handle(record), record.getLabel(), record.getCreated(), record.getLastUsed()))
        .sorted(Comparator.comparing(Listed::created).reversed())
        .toList();
  }

  /// Removes a passkey of this person; nothing happens when it is not theirs.
  ///
  /// @return whether it was theirs
  public boolean remove(AccountId account, String handle) {
    Optional<CredentialRecord> theirs =
        records(account).stream().filter(record -> handle(record).equals(handle)).findFirst();
    theirs.ifPresent(record -> credentials.delete(record.getCredentialId()));
    return theirs.isPresent();
  }

  private List<CredentialRecord> records(AccountId account) {
    return credentials.findByUserId(AccountEntities.entityId(account));
  }

  private static String handle(CredentialRecord record) {
    return Secrets.hash(record.getCredentialId().toBase64UrlString()).substring(0, HANDLE);
  }
}
