package fr.bastide.detection.surge;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Seeds;
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
  void aConstantSeriesIsNeverOdd() {
    SeriesWatch watch = new SeriesWatch();
    for (int i = 0; i < 20 * PER_DAY; i++) {
      assertThat(watch.next(i * FIVE_MINUTES, 45)).isZero();
    }
    assertThat(watch.next(20 * PER_DAY * FIVE_MINUTES, 46)).isGreaterThan(0.5);
  }
}
