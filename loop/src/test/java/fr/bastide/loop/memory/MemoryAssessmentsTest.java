package fr.bastide.loop.memory;

import fr.bastide.loop.contract.AssessmentsContract;
import fr.bastide.loop.contract.Ports;

class MemoryAssessmentsTest extends AssessmentsContract {

  private final MemoryPorts ports = new MemoryPorts();

  @Override
  protected Ports ports() {
    return ports;
  }
}
