package fr.bastide.store;

import fr.bastide.loop.contract.InvitationsContract;
import fr.bastide.loop.contract.Ports;

class PostgresInvitationsTest extends InvitationsContract {

  @Override
  protected Ports ports() {
    return PostgresPorts.SHARED;
  }
}
