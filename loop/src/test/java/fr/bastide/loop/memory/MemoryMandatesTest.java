package fr.bastide.loop.memory;

import fr.bastide.loop.contract.MandatesContract;
import fr.bastide.loop.contract.Ports;

class MemoryMandatesTest extends MandatesContract {

  private final MemoryPorts ports = new MemoryPorts();

  @Override
  protected Ports ports() {
    return ports;
  }
}
