package fr.bastide.store;

import fr.bastide.loop.contract.ApiTokensContract;
import fr.bastide.loop.contract.Ports;

class PostgresApiTokensTest extends ApiTokensContract {

  @Override
  protected Ports ports() {
    return PostgresPorts.SHARED;
  }
}
