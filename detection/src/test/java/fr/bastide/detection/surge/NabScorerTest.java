package fr.bastide.detection.surge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.bastide.detection.surge.NabCorpus.Series;
import fr.bastide.detection.surge.NabCorpus.Window;
import fr.bastide.detection.surge.NabScorer.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The scorer against values worked out by hand from the benchmark's description.
class NabScorerTest {

  private static final int ROWS = 1_000;
  private static final Series SERIES =
      new Series(
          "one",
          new long[ROWS],
          new double[ROWS],
          List.of(new Window(400, 499), new Window(800, 899)));

  private static double score(Profile profile, int... detections) {
    double[] anomalies = new double[ROWS];
    for (int row : detections) {
      anomalies[row] = 1;
    }
    return NabScorer.best(List.of(SERIES), List.of(anomalies), profile).score();
  }

  @Test
  void nothingScoresZeroAndTheFirstRowOfEachWindowAHundred() {
    for (Profile profile : Profile.values()) {
      assertThat(score(profile)).isZero();
      assertThat(score(profile, 400, 800)).isEqualTo(100, within(1e-9));
      assertThat(score(profile, 400, 450, 499, 800, 899)).isEqualTo(100, within(1e-9));
    }
  }

  @Test
  void halfwayIntoAWindowEarnsTheSigmoidAtMinusAHalf() {
    // Two windows weigh 4 together; one found halfway earns 0.84828 / 0.98661, the other is missed.
    double earned = 0.848_283_639_957_513 / 0.986_614_298_151_430;
    assertThat(score(Profile.STANDARD, 450)).isEqualTo(100 * (earned + 1) / 4, within(1e-9));
    assertThat(NabScorer.scaledSigmoid(-1)).isEqualTo(0.986_614, within(1e-6));
    assertThat(NabScorer.scaledSigmoid(0)).isZero();
    assertThat(NabScorer.scaledSigmoid(3)).isEqualTo(-1);
  }

  @Test
  void falseAlarmsCostMoreTheFartherBehindAWindow() {
    assertThat(score(Profile.STANDARD, 400, 800, 300))
        .isEqualTo(100 * (4 - 0.11) / 4, within(1e-9));
    double near = 0.11 * NabScorer.scaledSigmoid((549 - 499) / 99.0);
    assertThat(score(Profile.STANDARD, 400, 800, 549))
        .isEqualTo(100 * (4 + near) / 4, within(1e-9));
    assertThat(score(Profile.REWARD_LOW_FP, 400, 800, 300))
        .isEqualTo(100 * (4 - 0.22) / 4, within(1e-9));
    assertThat(score(Profile.REWARD_LOW_FN, 400, 800, 300))
        .isEqualTo(100 * (6 - 0.11) / 6, within(1e-9));
  }

  @Test
  void theFirstFifteenPercentDoNotCount() {
    assertThat(score(Profile.STANDARD, 149, 400, 800)).isEqualTo(100, within(1e-9));
    assertThat(score(Profile.STANDARD, 150, 400, 800)).isLessThan(100);
  }
}
