package fr.bastide.loop.memory;

import fr.bastide.loop.contract.InvitationsContract;
import fr.bastide.loop.contract.Ports;

class MemoryInvitationsTest extends InvitationsContract {

  private final MemoryPorts ports = new MemoryPorts();

  @Override
  protected Ports ports() {
    return ports;
  }
}
