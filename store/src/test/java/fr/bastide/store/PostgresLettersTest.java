package fr.bastide.store;

import fr.bastide.loop.contract.LettersContract;
import fr.bastide.loop.contract.Ports;

class PostgresLettersTest extends LettersContract {

  @Override
  protected Ports ports() {
    return PostgresPorts.SHARED;
  }
}
