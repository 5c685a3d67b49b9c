package fr.bastide.store;

import fr.bastide.loop.contract.AttachmentsContract;
import fr.bastide.loop.contract.Ports;

class PostgresAttachmentsTest extends AttachmentsContract {

  @Override
  protected Ports ports() {
    return PostgresPorts.SHARED;
  }
}
