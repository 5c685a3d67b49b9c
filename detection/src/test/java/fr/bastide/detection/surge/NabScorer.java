package fr.bastide.detection.surge;

import fr.bastide.detection.surge.NabCorpus.Series;
import fr.bastide.detection.surge.NabCorpus.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The standard scoring of the Numenta Anomaly Benchmark 1.1, written from its description: early
/// detections in a window earn more, false ones cost more the farther they are behind a window, and
/// one threshold over the whole corpus is chosen where the score is best.
final class NabScorer {

  private static final double PROBATION = 0.15;
  private static final int PROBATION_MOST = 750;

  /// What a detection and its lack weigh.
  enum Profile {
    STANDARD(1, 0.11, 1),
    REWARD_LOW_FP(1, 0.22, 1),
    REWARD_LOW_FN(1, 0.11, 2);

    final double hit;
    final double falseAlarm;
    final double miss;

    Profile(double hit, double falseAlarm, double miss) {
      this.hit = hit;
      this.falseAlarm = falseAlarm;
      this.miss = miss;
    }
  }

  /// The best threshold and what it gives.
  ///
  /// @param score 0 for no detection at all, 100 for the first row of every window and no other
  /// @param found how many windows of `windows` have a detection
  /// @param falseAlarms how many rows outside windows have one
  record Result(double score, double threshold, int found, int windows, int falseAlarms) {}

  /// One row that counts: outside a window its cost, inside what it earns.
  private record Point(double anomaly, int window, double worth) {}

  private NabScorer() {}

  /// The score of these series with these anomaly scores, row by row, at the best threshold.
  static Result best(List<Series> corpus, List<double[]> anomalies, Profile profile) {
    List<Point> points = new ArrayList<>();
    int windows = 0;
    for (int i = 0; i < corpus.size(); i++) {
      points(corpus.get(i), anomalies.get(i), profile, windows, points);
      windows += corpus.get(i).windows().size();
    }
    points.sort((a, b) -> Double.compare(b.anomaly, a.anomaly));
    return sweep(points, windows, profile);
  }

  private static Result sweep(List<Point> points, int windows, Profile profile) {
    double[] parts = new double[windows];
    Arrays.fill(parts, -profile.miss);
    double none = -profile.miss * windows;
    double perfect = profile.hit * windows;
    double total = none;
    double best = none;
    Result result = new Result(0, 1.1, 0, windows, 0);
    int found = 0;
    int falseAlarms = 0;
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      if (point.window < 0) {
        total += point.worth;
        falseAlarms++;
      } else if (point.worth > parts[point.window]) {
        found += parts[point.window] == -profile.miss ? 1 : 0;
        total += point.worth - parts[point.window];
        parts[point.window] = point.worth;
      }
      boolean last = i + 1 == points.size() || points.get(i + 1).anomaly != point.anomaly;
      if (last && total > best) {
        best = total;
        double score = 100 * (total - none) / (perfect - none);
        result = new Result(score, point.anomaly, found, windows, falseAlarms);
      }
    }
    return result;
  }

  private static void points(
      Series series, double[] anomalies, Profile profile, int firstWindow, List<Point> into) {
    int rows = series.values().length;
    double probation = Math.min(Math.floor(PROBATION * rows), PROBATION_MOST);
    int next = 0;
    int previous = -1;
    for (int i = 0; i < rows; i++) {
      while (next < series.windows().size() && i > series.windows().get(next).last()) {
        previous = next++;
      }
      boolean inside = next < series.windows().size() && i >= series.windows().get(next).first();
      double worth =
          inside
              ? profile.hit * inside(series.windows().get(next), i)
              : profile.falseAlarm * outside(series.windows(), previous, i);
      if (i >= probation) {
        into.add(new Point(anomalies[i], inside ? firstWindow + next : -1, worth));
      }
    }
  }

  private static double inside(Window window, int row) {
    double position = -(window.last() - row + 1) / (double) window.width();
    return scaledSigmoid(position) / scaledSigmoid(-1);
  }

  private static double outside(List<Window> windows, int previous, int row) {
    if (previous < 0) {
      return -1;
    }
    Window window = windows.get(previous);
    return scaledSigmoid((row - window.last()) / (double) (window.width() - 1));
  }

  /// From almost 1 at -1, the left edge, through 0 at the right edge to -1 far behind it.
  static double scaledSigmoid(double position) {
    return position >= 3 ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
  }
}
