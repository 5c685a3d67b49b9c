package fr.bastide.loop.memory;

import fr.bastide.loop.contract.AttachmentsContract;
import fr.bastide.loop.contract.Ports;

class MemoryAttachmentsTest extends AttachmentsContract {

  private final MemoryPorts ports = new MemoryPorts();

  @Override
  protected Ports ports() {
    return ports;
  }
}
