package fr.bastide.loop.memory;

import fr.bastide.loop.intake.MailPosition;
import fr.bastide.loop.intake.MailPositions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How far mailboxes are read, in memory.
public final class MemoryMailPositions implements MailPositions, Undoable {

  private final Map<String, MailPosition> positions = new HashMap<>();

  @Override
  public Optional<MailPosition> hold(String mailbox) {
    return Optional.ofNullable(positions.get(mailbox));
  }

  @Override
  public void put(String mailbox, MailPosition position, Instant at) {
    positions.put(mailbox, position);
  }

  @Override
  public Runnable remember() {
    Map<String, MailPosition> before = Map.copyOf(positions);
    return () -> {
      positions.clear();
      positions.putAll(before);
    };
  }
}
