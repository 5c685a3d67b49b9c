package fr.bastide.loop.memory;

import fr.bastide.loop.contract.BoardsContract;
import fr.bastide.loop.contract.Ports;

class MemoryBoardsTest extends BoardsContract {

  private final MemoryPorts ports = new MemoryPorts();

  @Override
  protected Ports ports() {
    return ports;
  }
}
