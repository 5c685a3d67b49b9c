package fr.bastide.loop.memory;

import fr.bastide.loop.contract.LettersContract;
import fr.bastide.loop.contract.Ports;

class MemoryLettersTest extends LettersContract {

  private final MemoryPorts ports = new MemoryPorts();

  @Override
  protected Ports ports() {
    return ports;
  }
}
