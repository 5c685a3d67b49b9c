package fr.bastide.detection.internal.surge;

import fr.bastide.detection.surge.SurgeLimits;
import java.util.Arrays;

/// What is usual for the bucket that begins now: the middle and the spread of comparable counts,
/// and from how many on it is a surge.
///
/// Counts of rare events are spread like their square root, so everything is compared on that
/// scale, where the spread of a Poisson count is one half whatever its mean.
final class Habit {

  private static final int MOST = 1_024;
  private static final int DAY = 86_400;
  private static final int WEEK = 7 * DAY;
  private static final int THREE_WEEKS = 3 * WEEK - DAY;
  private static final int FEW = 6;
  private static final double POISSON = 0.5;
  private static final double NORMAL = 1.4826;
  private static final double SHIFT = 0.375;

  private final float[] counts = new float[MOST];
  private final float[] deviations = new float[MOST];

  /// What is usual.
  double usual;

  /// The smallest count that is a surge; infinite while too little is known.
  double alarm;

  /// Above this a surge goes on.
  double calm;

  /// Works out what is usual at a time.
  void at(Moments moments, long time, SurgeLimits limits) {
    int age = moments.age(time);
    if (age < DAY - 1) {
      usual = 0;
      alarm = Double.POSITIVE_INFINITY;
      calm = Double.POSITIVE_INFINITY;
      return;
    }
    int count = gather(moments, time, age);
    boolean young = age < WEEK;
    usual = middle(count, young ? 0.75 : 0.5);
    if (!young && age < THREE_WEEKS) {
      double daily = usual;
      count = moments.comparable(time, 7, counts);
      usual = count == 0 ? 0 : middle(count, 0.5);
      if (usual <= daily) {
        usual = daily;
        count = gather(moments, time, age);
      }
    }
    double root = Math.sqrt(usual + SHIFT);
    for (int i = 0; i < count; i++) {
      deviations[i] = (float) Math.abs(Math.sqrt(counts[i] + SHIFT) - root);
    }
    Arrays.sort(deviations, 0, count);
    double spread = Math.max(POISSON, NORMAL * quantile(deviations, count, 0.5));
    double factor = limits.factor();
    double above = root + limits.deviations() * spread;
    double times = young ? 2 * factor : factor;
    alarm =
        Math.max(
            (double) limits.least(), Math.max(times * Math.max(1, usual), above * above - SHIFT));
    double half = root + limits.deviations() / 2 * spread;
    calm = Math.min(alarm, Math.max(half * half - SHIFT, factor / 2 * Math.max(1, usual)));
  }

  /// The counts to compare with: of the same day of the week, of every day, or all there are.
  private int gather(Moments moments, long time, int age) {
    int count = 0;
    if (age >= THREE_WEEKS) {
      count = moments.comparable(time, 7, counts);
    }
    if (count < FEW && age >= WEEK) {
      count = moments.comparable(time, 1, counts);
    }
    return count < FEW ? moments.all(counts) : count;
  }

  private double middle(int count, double share) {
    Arrays.sort(counts, 0, count);
    return quantile(counts, count, share);
  }

  private static double quantile(float[] sorted, int count, double share) {
    double at = share * (count - 1);
    int below = (int) at;
    int above = Math.min(below + 1, count - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
