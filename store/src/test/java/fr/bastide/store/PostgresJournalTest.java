package fr.bastide.store;

import fr.bastide.loop.contract.JournalContract;
import fr.bastide.loop.contract.Ports;

class PostgresJournalTest extends JournalContract {

  @Override
  protected Ports ports() {
    return PostgresPorts.SHARED;
  }
}
