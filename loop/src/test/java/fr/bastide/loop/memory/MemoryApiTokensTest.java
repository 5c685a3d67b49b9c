package fr.bastide.loop.memory;

import fr.bastide.loop.contract.ApiTokensContract;
import fr.bastide.loop.contract.Ports;

class MemoryApiTokensTest extends ApiTokensContract {

  private final MemoryPorts ports = new MemoryPorts();

  @Override
  protected Ports ports() {
    return ports;
  }
}
