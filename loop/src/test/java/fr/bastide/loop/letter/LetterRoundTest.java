package fr.bastide.loop.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.memory.House;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LetterRoundTest {

  private final House house = new House();
  private final List<Letter> delivered = new ArrayList<>();

  private Letter queued(boolean once) {
    Letter letter =
        new Letter(
            UUID.randomUUID(),
            "zoe@mairie.example",
            Language.FR,
            "Sujet\r\nBcc: tous@mairie.example",
            "Texte",
            house.clock().instant(),
            once);
    house.ports().letters().add(letter);
    return letter;
  }

  private LetterRound round(Courier courier) {
    return new LetterRound(
        house.ports().transactions(), house.ports().letters(), courier, house.clock());
  }

  @Test
  void carriesWhatIsDueAndForgetsIt() {
    Letter twice = queued(false);
    Letter once = queued(true);
    assertThat(round(delivered::add).walk()).isEqualTo(2);
    assertThat(delivered).containsExactly(twice, once);
    assertThat(round(delivered::add).walk()).isZero();
    assertThat(house.ports().letters().all()).isEmpty();
  }

  @Test
  void aCrashRepeatsAnOrdinaryLetterAndNeverOneToSendOnce() {
    Letter ordinary = queued(false);
    crashAfterDelivery();
    queued(true);
    crashAfterDelivery();
    assertThat(delivered).hasSize(2);
    house.clock().advance(Duration.ofMinutes(6));
    assertThat(round(delivered::add).walk()).isEqualTo(1);
    assertThat(delivered).hasSize(3);
    assertThat(delivered.getLast()).isEqualTo(ordinary);
    assertThat(house.ports().letters().all()).isEmpty();
  }

  /// The server has taken the letter, and the house stops before it can say so.
  private void crashAfterDelivery() {
    LetterRound crashing =
        round(letter -> {
          delivered.add(letter);
          throw new IllegalStateException("crash");
        });
    assertThatThrownBy(crashing::walk).hasMessage("crash");
  }

  @Test
  void oneToSendOnceThatTheServerRefusedIsTriedAgain() {
    Letter once = queued(true);
    LetterRound refused =
        round(letter -> {
          throw new CourierException(new Text("non", "no"), new IllegalStateException());
        });
    assertThat(refused.walk()).isZero();
    house.clock().advance(Duration.ofMinutes(6));
    assertThat(round(delivered::add).walk()).isEqualTo(1);
    assertThat(delivered).containsExactly(once);
  }

  @Test
  void aSubjectIsOneLine() {
    assertThat(queued(false).subject()).doesNotContain("\n", "\r");
  }
}
