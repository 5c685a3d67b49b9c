package fr.bastide.detection.internal.surge;

/// How far a number is from the nearest numbers of comparable moments: small where many have been,
/// whatever the shape of their distribution, and so large in the gaps as well as outside.
final class Nearness {

  private final float[] nearest;

  /// Compares with this many nearest ones.
  Nearness(int neighbours) {
    nearest = new float[neighbours];
  }

  /// The mean distance to the nearest of these numbers; 0 when there are too few.
  double distance(float[] numbers, int count, float number) {
    int most = nearest.length;
    if (count < most) {
      return 0;
    }
    int held = 0;
    for (int i = 0; i < count; i++) {
      float distance = Math.abs(numbers[i] - number);
      if (held == most && distance >= nearest[most - 1]) {
        continue;
      }
      int at = held < most ? held++ : most - 1;
      while (at > 0 && nearest[at - 1] > distance) {
        nearest[at] = nearest[at - 1];
        at--;
      }
      nearest[at] = distance;
    }
    double sum = 0;
    for (float distance : nearest) {
      sum += distance;
    }
    return sum / most;
  }
}
