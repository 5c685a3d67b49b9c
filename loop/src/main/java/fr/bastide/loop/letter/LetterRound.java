package fr.bastide.loop.letter;

import fr.bastide.loop.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// One round of the postman: takes what is due, carries it, and forgets it once it is delivered. A
/// crash between delivery and forgetting sends a letter twice with the same identifier, never loses
/// it; one that is to leave once is lost rather than sent twice.
public final class LetterRound {

  private static final int AT_ONCE = 20;
  private static final Duration RETRY = Duration.ofMinutes(5);

  private final Transactions transactions;
  private final Letters letters;
  private final Courier courier;
  private final InstantSource clock;

  /// A round over these.
  public LetterRound(
      Transactions transactions, Letters letters, Courier courier, InstantSource clock) {
    this.transactions = transactions;
    this.letters = letters;
    this.courier = courier;
    this.clock = clock;
  }

  /// Carries what is due.
  ///
  /// @return how many letters were delivered
  public int walk() {
    Instant now = clock.instant();
    List<Letter> due = transactions.asHouse(() -> letters.take(AT_ONCE, now, now.plus(RETRY)));
    int delivered = 0;
    for (Letter letter : due) {
      if (carry(letter)) {
        delivered++;
      }
    }
    return delivered;
  }

  private boolean carry(Letter letter) {
    if (letter.once() && !mayLeave(letter)) {
      return false;
    }
    try {
      courier.carry(letter);
    } catch (CourierException refused) {
      transactions.asHouse(() -> {
        letters.failed(letter.id(), refused.text().en());
        return letter;
      });
      return false;
    }
    transactions.asHouse(() -> {
      letters.sent(letter.id(), clock.instant());
      return letter;
    });
    return true;
  }

  private boolean mayLeave(Letter letter) {
    return transactions.asHouse(() -> letters.handOver(letter.id(), clock.instant().plus(RETRY)));
  }
}
