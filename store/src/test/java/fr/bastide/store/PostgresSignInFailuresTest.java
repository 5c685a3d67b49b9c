package fr.bastide.store;

import fr.bastide.loop.contract.Ports;
import fr.bastide.loop.contract.SignInFailuresContract;

class PostgresSignInFailuresTest extends SignInFailuresContract {

  @Override
  protected Ports ports() {
    return PostgresPorts.SHARED;
  }
}
