package fr.bastide.loop.memory;

import fr.bastide.loop.contract.BodiesContract;
import fr.bastide.loop.contract.Ports;

class MemoryBodiesTest extends BodiesContract {

  private final MemoryPorts ports = new MemoryPorts();

  @Override
  protected Ports ports() {
    return ports;
  }
}
