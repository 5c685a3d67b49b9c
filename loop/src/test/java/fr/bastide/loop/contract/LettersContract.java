package fr.bastide.loop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.Language;
import fr.bastide.loop.letter.Letter;
import fr.bastide.loop.letter.Letters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What [Letters] promises.
public abstract class LettersContract extends Contract {

  private static final Instant NOW = Samples.NOON;
  private static final Instant LATER = NOW.plusSeconds(600);

  private final List<Letter> mine = new ArrayList<>();

  private Letters letters() {
    return ports().letters();
  }

  private Letter queued(Instant at) {
    return queued(at, false);
  }

  private Letter queued(Instant at, boolean once) {
    Letter letter =
        new Letter(
            UUID.randomUUID(),
            "zoe@mairie.example",
            mine.size() % 2 == 0 ? Language.FR : Language.EN,
            "Bastide : « à faire » pour l’été",
            Samples.FRENCH,
            at,
            once);
    byHouse(() -> letters().add(letter));
    mine.add(letter);
    return letter;
  }

  /// Those of this test among the letters taken.
  private List<Letter> take(Instant now, Instant retryAt) {
    return asHouse(() -> letters().take(10_000, now, retryAt)).stream()
        .filter(mine::contains)
        .toList();
  }

  @AfterEach
  void nothingOfThisTestWaitsAnyLonger() {
    mine.forEach(letter -> byHouse(() -> letters().sent(letter.id(), LATER)));
  }

  @Test
  void comesBackAsItWasQueuedOldestFirst() {
    Letter second = queued(NOW.minusSeconds(5));
    Letter third = queued(NOW);
    Letter first = queued(NOW.minusSeconds(9));
    assertThat(take(NOW, LATER)).containsExactly(first, second, third);
  }

  @Test
  void takesNoMoreThanAsked() {
    queued(NOW);
    queued(NOW);
    assertThat(asHouse(() -> letters().take(1, NOW, LATER))).hasSize(1);
  }

  @Test
  void isHiddenFromOthersUntilItMayBeTriedAgain() {
    Letter letter = queued(NOW);
    assertThat(take(NOW, LATER)).containsExactly(letter);
    assertThat(take(NOW, LATER)).isEmpty();
    assertThat(take(LATER.minusMillis(1), LATER.plusSeconds(60))).isEmpty();
    assertThat(take(LATER, LATER.plusSeconds(60))).containsExactly(letter);
  }

  @Test
  void isTakenByOneOfThoseAtOnce() {
    for (int i = 0; i < 20; i++) {
      queued(NOW);
    }
    List<Letter> taken =
        atOnce(CROWD, i -> take(NOW, LATER)).stream().flatMap(Collection::stream).toList();
    assertThat(taken).containsExactlyInAnyOrderElementsOf(mine);
  }

  @Test
  void isForgottenOnceSent() {
    long before = asHouse(() -> letters().waiting());
    Letter sent = queued(NOW);
    Letter waits = queued(NOW);
    assertThat(asHouse(() -> letters().waiting())).isEqualTo(before + 2);
    byHouse(() -> letters().sent(sent.id(), NOW));
    assertThat(asHouse(() -> letters().waiting())).isEqualTo(before + 1);
    assertThat(take(LATER, LATER.plusSeconds(60))).containsExactly(waits);
  }

  @Test
  void isTriedTenTimesAndThenNoLonger() {
    long before = asHouse(() -> letters().waiting());
    Letter letter = queued(NOW);
    Instant now = NOW;
    for (int i = 0; i < 10; i++) {
      Instant next = now.plusSeconds(60);
      assertThat(take(now, next)).as("try %d", i + 1).containsExactly(letter);
      byHouse(() -> letters().failed(letter.id(), "421 réessayez « plus tard »"));
      now = next;
    }
    assertThat(take(now.plusSeconds(3600), now.plusSeconds(7200))).isEmpty();
    assertThat(asHouse(() -> letters().waiting())).isEqualTo(before);
  }

  @Test
  void oneToSendOnceDoesNotLeaveAgainAfterACrash() {
    Letter letter = queued(NOW, true);
    Letter other = queued(NOW, false);
    assertThat(take(NOW, LATER)).containsExactly(letter, other);
    assertThat(handOver(letter)).isTrue();
    assertThat(handOver(letter)).as("by another one").isFalse();
    assertThat(handOver(other)).as("not of that kind").isFalse();
    // Here the house crashes: nobody says what became of either.
    assertThat(take(LATER, LATER.plusSeconds(60))).containsExactly(other);
    assertThat(handOver(letter)).as("it is forgotten").isFalse();
  }

  @Test
  void oneToSendOnceThatWasRefusedIsTriedAgain() {
    Letter letter = queued(NOW, true);
    take(NOW, LATER);
    assertThat(handOver(letter)).isTrue();
    byHouse(() -> letters().failed(letter.id(), "421"));
    assertThat(take(LATER, LATER.plusSeconds(60))).containsExactly(letter);
    assertThat(handOver(letter)).isTrue();
  }

  @Test
  void oneToSendOnceThatWasTakenAndNotHandedOverIsTakenAgain() {
    Letter letter = queued(NOW, true);
    take(NOW, LATER);
    assertThat(take(LATER, LATER.plusSeconds(60))).containsExactly(letter);
  }

  private boolean handOver(Letter letter) {
    return asHouse(() -> letters().handOver(letter.id(), LATER));
  }
}
