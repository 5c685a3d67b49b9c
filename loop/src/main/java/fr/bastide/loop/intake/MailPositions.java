package fr.bastide.loop.intake;

import java.time.Instant;
import java.util.Optional;

/// How far mailboxes are read. Port; written in the transaction of what was read.
public interface MailPositions {

  /// How far a mailbox is read, held for the present transaction: two that read it at once take
  /// nothing twice.
  Optional<MailPosition> hold(String mailbox);

  /// Replaces it.
  void put(String mailbox, MailPosition position, Instant at);
}
