package fr.bastide.loop.memory;

import fr.bastide.loop.contract.ConversationsContract;
import fr.bastide.loop.contract.Ports;

class MemoryConversationsTest extends ConversationsContract {

  private final MemoryPorts ports = new MemoryPorts();

  @Override
  protected Ports ports() {
    return ports;
  }
}
