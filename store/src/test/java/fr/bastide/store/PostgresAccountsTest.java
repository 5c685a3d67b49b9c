package fr.bastide.store;

import fr.bastide.loop.contract.AccountsContract;
import fr.bastide.loop.contract.Ports;

class PostgresAccountsTest extends AccountsContract {

  @Override
  protected Ports ports() {
    return PostgresPorts.SHARED;
  }
}
