package fr.bastide.web.access;

import fr.bastide.loop.Transactions;
import fr.bastide.store.Database;
import fr.bastide.store.Repositories;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/// Keeps public keys in the database, as the house: row-level security hides them from everybody
/// else.
@Component
class HouseCredentials implements UserCredentialRepository {

  private final JdbcUserCredentialRepository credentials;
  private final Transactions transactions;

  HouseCredentials(Database database, Repositories store) {
    this.credentials = new JdbcUserCredentialRepository(new JdbcTemplate(database.app()));
    this.transactions = store.transactions();
  }

  @Override
  public void delete(Bytes id) {
    transactions.asHouse(() -> {
      credentials.delete(id);
      return id;
    });
  }

  @Override
  public void save(CredentialRecord record) {
    transactions.asHouse(() -> {
      credentials.save(record);
      return record;
    });
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes id) {
    return transactions
        .asHouse(() -> java.util.Optional.ofNullable(credentials.findByCredentialId(id)))
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes owner) {
    return transactions.asHouse(() -> credentials.findByUserId(owner));
  }
}
