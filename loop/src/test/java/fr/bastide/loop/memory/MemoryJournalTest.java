package fr.bastide.loop.memory;

import fr.bastide.loop.contract.JournalContract;
import fr.bastide.loop.contract.Ports;

class MemoryJournalTest extends JournalContract {

  private final MemoryPorts ports = new MemoryPorts();

  @Override
  protected Ports ports() {
    return ports;
  }
}
