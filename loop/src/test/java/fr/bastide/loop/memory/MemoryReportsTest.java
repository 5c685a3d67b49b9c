package fr.bastide.loop.memory;

import fr.bastide.loop.contract.Ports;
import fr.bastide.loop.contract.ReportsContract;

class MemoryReportsTest extends ReportsContract {

  private final MemoryPorts ports = new MemoryPorts();

  @Override
  protected Ports ports() {
    return ports;
  }
}
