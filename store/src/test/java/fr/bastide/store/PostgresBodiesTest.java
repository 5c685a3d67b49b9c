package fr.bastide.store;

import fr.bastide.loop.contract.BodiesContract;
import fr.bastide.loop.contract.Ports;

class PostgresBodiesTest extends BodiesContract {

  @Override
  protected Ports ports() {
    return PostgresPorts.SHARED;
  }
}
