package fr.bastide.store;

import fr.bastide.loop.contract.AssessmentsContract;
import fr.bastide.loop.contract.Ports;

class PostgresAssessmentsTest extends AssessmentsContract {

  @Override
  protected Ports ports() {
    return PostgresPorts.SHARED;
  }
}
