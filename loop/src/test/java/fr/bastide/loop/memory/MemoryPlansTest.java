package fr.bastide.loop.memory;

import fr.bastide.loop.contract.PlansContract;
import fr.bastide.loop.contract.Ports;

class MemoryPlansTest extends PlansContract {

  private final MemoryPorts ports = new MemoryPorts();

  @Override
  protected Ports ports() {
    return ports;
  }
}
