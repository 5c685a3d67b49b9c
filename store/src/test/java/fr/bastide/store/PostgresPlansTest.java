package fr.bastide.store;

import fr.bastide.loop.contract.PlansContract;
import fr.bastide.loop.contract.Ports;

class PostgresPlansTest extends PlansContract {

  @Override
  protected Ports ports() {
    return PostgresPorts.SHARED;
  }
}
