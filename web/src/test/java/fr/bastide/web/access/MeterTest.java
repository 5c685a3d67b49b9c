package fr.bastide.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MeterTest {

  private static final Instant NOON = Instant.parse("2026-11-25T11:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Meter meter = new Meter();

  @Test
  void passesSoManyTimesAndThenTellsHowLongToWait() {
    for (int i = 0; i < 3; i++) {
      assertThat(meter.pass("a", 3, MINUTE, NOON.plusSeconds(i))).isEmpty();
    }
    assertThat(meter.pass("a", 3, MINUTE, NOON.plusSeconds(10))).contains(Duration.ofSeconds(50));
    assertThat(meter.pass("b", 3, MINUTE, NOON.plusSeconds(10))).isEmpty();
    assertThat(meter.pass("a", 3, MINUTE, NOON.plusSeconds(60))).isEmpty();
  }

  @Test
  void makesRoomForNewKeysOnlyWhenWindowsEnd() {
    for (int i = 0; i < 50_000; i++) {
      assertThat(meter.pass("key " + i, 1, MINUTE, NOON)).isEmpty();
    }
    assertThat(meter.pass("one more", 1, MINUTE, NOON.plusSeconds(1))).isPresent();
    assertThat(meter.pass("one more", 1, MINUTE, NOON.plusSeconds(61))).isEmpty();
  }
}
