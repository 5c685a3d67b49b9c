package fr.bastide.store;

import fr.bastide.loop.contract.BoardsContract;
import fr.bastide.loop.contract.Ports;
import org.junit.jupiter.api.AfterEach;

class PostgresBoardsTest extends BoardsContract {

  private final PostgresPorts ports = new PostgresPorts(TestDatabase.fresh());

  @Override
  protected Ports ports() {
    return ports;
  }

  @AfterEach
  void close() {
    ports.database().close();
  }
}
