package fr.bastide.loop.memory;

import fr.bastide.loop.contract.ProvidersContract;
import fr.bastide.loop.contract.Ports;

class MemoryProvidersTest extends ProvidersContract {

  private final MemoryPorts ports = new MemoryPorts();

  @Override
  protected Ports ports() {
    return ports;
  }
}
