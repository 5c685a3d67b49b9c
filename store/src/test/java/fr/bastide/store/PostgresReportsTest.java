package fr.bastide.store;

import fr.bastide.loop.contract.Ports;
import fr.bastide.loop.contract.ReportsContract;

class PostgresReportsTest extends ReportsContract {

  @Override
  protected Ports ports() {
    return PostgresPorts.SHARED;
  }
}
