package fr.bastide.store;

import fr.bastide.loop.contract.ConversationsContract;
import fr.bastide.loop.contract.Ports;

class PostgresConversationsTest extends ConversationsContract {

  @Override
  protected Ports ports() {
    return PostgresPorts.SHARED;
  }
}
