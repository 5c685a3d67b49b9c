package fr.bastide.loop.letter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The queue of letters to send: filled in the transaction of the fact they tell. Port.
public interface Letters {

  /// Queues a letter within the present transaction.
  void add(Letter letter);

  /// Takes letters that are due, oldest first, and hides them from others until `retryAt`. Forgets
  /// those to send once that were handed over and of which nothing was heard since.
  List<Letter> take(int limit, Instant now, Instant retryAt);

  /// Notes that a letter to send once is about to be handed over, and hides it until `until`.
  ///
  /// @return whether it may be; not when it may have left already
  boolean handOver(UUID id, Instant until);

  /// Forgets a letter that was sent; its text is erased.
  void sent(UUID id, Instant at);

  /// Notes that sending failed; after ten failures it is kept but no longer tried.
  void failed(UUID id, String reason);

  /// How many wait, for the health page.
  long waiting();
}
