package fr.bastide.detection.surge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.detection.DetectionException;
import fr.bastide.detection.Seeds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeriesWatchTest {

  private static final long FIVE_MINUTES = 300_000_000L;
  private static final int PER_DAY = 288;

  private static double daily(int i, SplittableRandom random) {
    return 100 + 50 * Math.sin(2 * Math.PI * i / PER_DAY) + random.nextGaussian();
  }

  @Test
  void aValueThatIsOddOnlyForItsTimeOfDayScoresHigh() {
    SplittableRandom random = new SplittableRandom(Seeds.value());
    SeriesWatch watch = new SeriesWatch();
    double usual = 0;
    int night = 10 * PER_DAY + 3 * PER_DAY / 4;
    for (int i = 0; i < night; i++) {
      double score = watch.next(i * FIVE_MINUTES, daily(i, random));
      usual = i > 5 * PER_DAY ? Math.max(usual, score) : usual;
    }
    double odd = watch.next(night * FIVE_MINUTES, 130);
    assertThat(odd).as("seed %d", Seeds.value()).isGreaterThan(usual).isGreaterThan(0.5);
  }

  @Test
  void scoresStayWithinBoundsWhateverComes() {
    SplittableRandom random = new SplittableRandom(Seeds.value());
    SeriesWatch watch = new SeriesWatch();
    double[] odd = {0, -0.0, 1e308, -1e308, Double.NaN, Double.POSITIVE_INFINITY, 4.9e-324};
    long[] times = {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, FIVE_MINUTES};
    for (int i = 0; i < 50_000; i++) {
      double value =
          random.nextInt(3) == 0 ? odd[random.nextInt(odd.length)] : random.nextGaussian();
      long time =
          random.nextInt(1_000) == 0 ? times[random.nextInt(times.length)] : i * FIVE_MINUTES;
      assertThat(watch.next(time, value)).as("seed %d", Seeds.value()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void aRestoredWatchGoesOnAsTheSavedOneDoes() throws IOException {
    SplittableRandom random = new SplittableRandom(Seeds.value());
    for (int length : new int[] {0, 1, 30, 7_000, 25_000}) {
      SeriesWatch watch = new SeriesWatch();
      for (int i = 0; i < length; i++) {
        watch.next(i * FIVE_MINUTES, daily(i, random));
      }
      ByteArrayOutputStream saved = new ByteArrayOutputStream();
      watch.save(saved);
      SeriesWatch restored = new SeriesWatch();
      restored.next(0, 1e9);
      restored.restore(new ByteArrayInputStream(saved.toByteArray()));
      for (int i = length; i < length + 3_000; i++) {
        double value = random.nextInt(50) == 0 ? 500 : daily(i, random);
        assertThat(restored.next(i * FIVE_MINUTES, value))
            .as("seed %d, length %d, value %d", Seeds.value(), length, i)
            .isEqualTo(watch.next(i * FIVE_MINUTES, value));
      }
    }
  }

  @Test
  void aDamagedStateIsRefusedAndChangesNothing() throws IOException {
    SeriesWatch watch = new SeriesWatch();
    for (int i = 0; i < 500; i++) {
      watch.next(i * FIVE_MINUTES, i % 7);
    }
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    watch.save(saved);
    byte[] bytes = saved.toByteArray();
    bytes[bytes.length / 2] ^= 1;
    SeriesWatch other = new SeriesWatch();
    assertThatThrownBy(() -> other.restore(new ByteArrayInputStream(bytes)))
        .isInstanceOf(DetectionException.class);
    assertThatThrownBy(
            () -> other.restore(new ByteArrayInputStream(Arrays.copyOf(saved.toByteArray(), 40))))
        .isInstanceOf(DetectionException.class);
    assertThat(other.next(0, 1)).isZero();
  }

  @Test
  void aConstantSeriesIsNeverOdd() {
    SeriesWatch watch = new SeriesWatch();
    for (int i = 0; i < 20 * PER_DAY; i++) {
      assertThat(watch.next(i * FIVE_MINUTES, 45)).isZero();
    }
    assertThat(watch.next(20 * PER_DAY * FIVE_MINUTES, 46)).isGreaterThan(0.5);
  }
}
