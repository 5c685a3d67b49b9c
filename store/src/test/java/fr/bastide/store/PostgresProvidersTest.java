package fr.bastide.store;

import fr.bastide.loop.contract.Ports;
import fr.bastide.loop.contract.ProvidersContract;

class PostgresProvidersTest extends ProvidersContract {

  @Override
  protected Ports ports() {
    return PostgresPorts.SHARED;
  }
}
