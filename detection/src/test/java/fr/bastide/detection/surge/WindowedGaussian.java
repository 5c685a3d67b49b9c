package fr.bastide.detection.surge;

/// The simplest published detector of the benchmark: how little of a normal distribution, fitted to
/// the last 6,400 values every hundred, lies beyond a value.
final class WindowedGaussian {

  private static final int WINDOW = 6_400;
  private static final int STEP = 100;
  private static final double SMALLEST = 0.000_001;
  private static final int TERMS = 200;

  private WindowedGaussian() {}

  static double[] scores(double[] values) {
    double[] scores = new double[values.length];
    double mean = 0;
    double deviation = 1;
    int from = 0;
    int to = 0;
    for (int i = 0; i < values.length; i++) {
      scores[i] = i == 0 ? 0 : 1 - beyond(Math.abs(values[i] - mean) / deviation);
      boolean full = to - from == WINDOW;
      boolean fits = full && i + 1 - to == STEP;
      if (full && !fits) {
        continue;
      }
      from += fits ? STEP : 0;
      to = i + 1;
      double sum = 0;
      for (int k = from; k < to; k++) {
        sum += values[k];
      }
      mean = sum / (to - from);
      double squares = 0;
      for (int k = from; k < to; k++) {
        squares += (values[k] - mean) * (values[k] - mean);
      }
      deviation = Math.sqrt(squares / (to - from));
      deviation = deviation == 0 ? SMALLEST : deviation;
    }
    return scores;
  }

  /// The share of a normal distribution above this many deviations: by its series up to three, by
  /// its continued fraction above.
  private static double beyond(double z) {
    double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    if (z < 3) {
      double term = z;
      double sum = z;
      for (int n = 1; n < TERMS; n++) {
        term *= z * z / (2 * n + 1);
        sum += term;
      }
      return 0.5 - density * sum;
    }
    double fraction = z;
    for (int n = TERMS; n >= 1; n--) {
      fraction = z + n / fraction;
    }
    return density / fraction;
  }
}
