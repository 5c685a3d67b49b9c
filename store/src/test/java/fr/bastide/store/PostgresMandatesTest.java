package fr.bastide.store;

import fr.bastide.loop.contract.MandatesContract;
import fr.bastide.loop.contract.Ports;

class PostgresMandatesTest extends MandatesContract {

  @Override
  protected Ports ports() {
    return PostgresPorts.SHARED;
  }
}
