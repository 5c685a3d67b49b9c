package fr.bastide.loop.memory;

import fr.bastide.loop.contract.AccountsContract;
import fr.bastide.loop.contract.Ports;

class MemoryAccountsTest extends AccountsContract {

  private final MemoryPorts ports = new MemoryPorts();

  @Override
  protected Ports ports() {
    return ports;
  }
}
