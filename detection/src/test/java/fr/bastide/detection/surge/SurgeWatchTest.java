package fr.bastide.detection.surge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.detection.DetectionException;
import fr.bastide.detection.Seeds;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.Trouble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SurgeWatchTest {

  private static final long HALF_HOUR = 1_800_000_000L;
  private static final int PER_DAY = 48;
  private static final int MONDAY = 4 * PER_DAY;
  private static final long SEED = Seeds.value();

  private final List<Surge> told = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final SurgeWatch watch = new SurgeWatch(SurgeLimits.standard(), told::add, troubles::add);

  /// What an office sends in the half hour `i` after the beginning of a Monday.
  private static double office(int i) {
    int day = Math.floorDiv(i, PER_DAY) % 7;
    int hour = Math.floorMod(i, PER_DAY) / 2;
    boolean open = day < 5 && hour >= 8 && hour < 18;
    return open ? 400 : 30;
  }

  private long poisson(double mean) {
    if (mean > 50) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    long count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  private void send(int i, long events) {
    watch.count("commune-81004", "pare-feu", (MONDAY + i) * HALF_HOUR + 1, events);
  }

  private void learn(int from, int to) {
    for (int i = from; i < to; i++) {
      send(i, poisson(office(i)));
    }
  }

  @Test
  void aThousandPercentIsToldAtOnceWithItsNumbersAndItsEnd() {
    int now = 28 * PER_DAY + 24;
    learn(0, now);
    assertThat(told).as("seed %d", SEED).isEmpty();
    for (int k = 0; k < 44; k++) {
      send(now, 100);
    }
    assertThat(told).extracting(Surge::stage).containsExactly(Surge.Stage.BEGAN, Surge.Stage.GREW);
    Surge surge = told.getFirst();
    assertThat(surge.usual()).isBetween(370.0, 430.0);
    assertThat(surge.factor()).isBetween(2.9, 4.0);
    assertThat(surge.since()).isEqualTo((MONDAY + now) * HALF_HOUR);
    learn(now + 1, now + 5);
    Surge end = told.getLast();
    assertThat(end.stage()).isEqualTo(Surge.Stage.ENDED);
    assertThat(end.factor()).isBetween(10.0, 12.0);
    assertThat(end.words().fr())
        .startsWith("C’est revenu à l’habitude. Au plus fort\u00a0: +")
        .contains("4\u202f400 événements en 30 minutes au lieu de ")
        .contains("depuis le 2 février 1970 à 12:00 (UTC)");
    assertThat(end.words().en()).contains("4,400 events in 30 minutes instead of ");
    assertThat(told).hasSize(3);
  }

  @Test
  void whatIsUsualByDayIsASurgeByNight() {
    int night = 28 * PER_DAY + 4;
    learn(0, night);
    send(night, 400);
    assertThat(told).as("seed %d", SEED).hasSize(1);
    assertThat(told.getFirst().usual()).isBetween(15.0, 45.0);
  }

  @Test
  void manyQuietSourcesMakeNoFalseAlarmInAMonth() {
    double[] means = {0.02, 0.5, 2, 10, 60, 500, 5_000};
    for (int i = 0; i < 35 * PER_DAY; i++) {
      for (int k = 0; k < means.length * 6; k++) {
        double mean = means[k % means.length] * (k < means.length ? 1 : 0.5 + office(i) / 400);
        watch.count("t" + k, "s", (MONDAY + i) * HALF_HOUR, poisson(mean));
      }
    }
    assertThat(told).as("seed %d", SEED).isEmpty();
  }

  @Test
  void oneOddDayDoesNotBecomeTheHabitAndANewLevelThatLastsDoes() {
    learn(0, 28 * PER_DAY);
    for (int i = 28 * PER_DAY; i < 29 * PER_DAY; i++) {
      send(i, poisson(10 * office(i)));
    }
    learn(29 * PER_DAY, 36 * PER_DAY);
    int before = told.size();
    assertThat(told.getLast().stage()).isEqualTo(Surge.Stage.ENDED);
    for (int i = 36 * PER_DAY; i < 64 * PER_DAY; i++) {
      send(i, poisson(10 * office(i)));
    }
    assertThat(told.size()).isGreaterThan(before);
    assertThat(told.getLast().stage()).isEqualTo(Surge.Stage.ENDED);
    int settled = told.size();
    for (int i = 64 * PER_DAY; i < 78 * PER_DAY; i++) {
      send(i, poisson(10 * office(i)));
    }
    assertThat(told).as("seed %d", SEED).hasSize(settled);
  }

  @Test
  void silenceIsSeenAndAnOutageIsForgiven() {
    learn(0, 28 * PER_DAY);
    watch.advance((MONDAY + 33 * PER_DAY) * HALF_HOUR);
    for (int i = 33 * PER_DAY; i < 40 * PER_DAY; i++) {
      watch.advance((MONDAY + i) * HALF_HOUR);
      send(i, poisson(office(i)));
    }
    assertThat(told).as("seed %d", SEED).isEmpty();
  }

  @Test
  void aWrongClockDoesNotBlind() {
    learn(0, 28 * PER_DAY);
    int now = 28 * PER_DAY + 24;
    send(now + 100_000, 1);
    for (int k = 0; k < 100; k++) {
      send(now, 100);
    }
    assertThat(told).as("seed %d", SEED).isNotEmpty();
    assertThat(troubles).isNotEmpty();
    send(now, Long.MAX_VALUE);
    watch.count("t", "s", Event.NO_TIME, 5);
    watch.count("t", "s", Long.MAX_VALUE, 5);
    watch.count("t", "s", Long.MIN_VALUE, 5);
  }

  @Test
  void theNumberOfSourcesIsBoundedAndSaid() {
    SurgeLimits few = new SurgeLimits(SurgeLimits.standard().bucket(), 100, 3, 20, 6);
    SurgeWatch small = new SurgeWatch(few, told::add, troubles::add);
    for (int i = 0; i < 10_000; i++) {
      small.count("t", "s" + i, i, 1);
    }
    assertThat(small.sources()).isEqualTo(100);
    assertThat(troubles).hasSize(4);
  }

  @Test
  void goesOnFromASavedStateAsIfNeverStopped() throws IOException {
    List<Surge> parts = new ArrayList<>();
    SurgeWatch stopped = new SurgeWatch(SurgeLimits.standard(), parts::add, troubles::add);
    for (int i = 0; i < 40 * PER_DAY; i++) {
      for (int source = 0; source < 4; source++) {
        long time = (MONDAY + i - (random.nextInt(9) == 0 ? 1 : 0)) * HALF_HOUR;
        long events = poisson(office(i) * (random.nextInt(60) == 0 ? 10 : 1));
        watch.count("t" + source % 2, "s" + source, time, events);
        stopped.count("t" + source % 2, "s" + source, time, events);
      }
      if (i % 97 == 0) {
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        stopped.save(state);
        stopped = new SurgeWatch(SurgeLimits.standard(), parts::add, troubles::add);
        stopped.restore(new ByteArrayInputStream(state.toByteArray()));
      }
    }
    assertThat(parts).as("seed %d", SEED).isNotEmpty().isEqualTo(told);
  }

  @Test
  void refusesOtherVersionsAndDamagedStates() throws IOException {
    learn(0, 10);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    watch.save(output);
    byte[] state = output.toByteArray();
    for (int i = 0; i < state.length; i++) {
      byte[] damaged = state.clone();
      damaged[i] ^= 4;
      assertThatThrownBy(() -> watch.restore(new ByteArrayInputStream(damaged)))
          .isInstanceOf(DetectionException.class);
    }
    assertThatThrownBy(() -> watch.restore(new ByteArrayInputStream(state, 0, state.length - 1)))
        .isInstanceOf(DetectionException.class);
  }
}
