package fr.bastide.web.access;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.SignInDesk;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/// Shows accounts to WebAuthn: the user handle is the 16 bytes of the account's identifier, so that
/// there is nothing more to keep.
@Component
class AccountEntities implements PublicKeyCredentialUserEntityRepository {

  private final ObjectProvider<SignInDesk> desk;

  AccountEntities(ObjectProvider<SignInDesk> desk) {
    this.desk = desk;
  }

  /// The user handle of an account.
  static Bytes entityId(AccountId account) {
    return new Bytes(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(account.value().getMostSignificantBits())
            .putLong(account.value().getLeastSignificantBits())
            .array());
  }

  /// The account of a user handle; empty when it is not one of ours.
  static Optional<AccountId> accountId(Bytes handle) {
    byte[] bytes = handle.getBytes();
    if (bytes.length != 2 * Long.BYTES) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return Optional.of(new AccountId(new UUID(buffer.getLong(), buffer.getLong())));
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
    return accountId(id).flatMap(this::proven).map(AccountEntities::entity).orElse(null);
  }

  /// @param username what [SignedIn#getName] says: the account's identifier
  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
    return proven(new AccountId(UUID.fromString(username)))
        .map(AccountEntities::entity)
        .orElse(null);
  }

  @Override
  public void save(PublicKeyCredentialUserEntity entity) {
    throw new IllegalStateException("accounts are made by invitation alone");
  }

  @Override
  public void delete(Bytes id) {
    throw new IllegalStateException("accounts are not deleted here");
  }

  private Optional<Account> proven(AccountId id) {
    return desk.getObject().proven(Caller.VISITOR, id);
  }

  private static PublicKeyCredentialUserEntity entity(Account account) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(entityId(account.id()))
        .name(account.email())
        .displayName(account.name())
        .build();
  }
}
