package fr.bastide.detection.internal.surge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// How surprising a record is: a value above or below everything seen in this stretch and the one
/// before. Records are common when they have been common, so their number counts.
final class Extremes {

  private static final int STRETCH = 10_000;
  private static final int LEARNT_AFTER = 20;
  private static final double PRIOR = 1 / 6.0;

  private double high = Double.NEGATIVE_INFINITY;
  private double low = Double.POSITIVE_INFINITY;
  private double highBefore = Double.NEGATIVE_INFINITY;
  private double lowBefore = Double.POSITIVE_INFINITY;
  private int inStretch;
  private double seen;
  private double highs;
  private double lows;

  /// The surprise of a value as a decimal logarithm, 0 for one that is no record; then remembers
  /// it.
  double next(double value) {
    boolean learnt = seen > LEARNT_AFTER;
    double surprise = 0;
    if (learnt && value > Math.max(high, highBefore)) {
      surprise = Math.log10((seen + 1) / (highs++ + PRIOR));
    } else if (learnt && value < Math.min(low, lowBefore)) {
      surprise = Math.log10((seen + 1) / (lows++ + PRIOR));
    }
    high = Math.max(high, value);
    low = Math.min(low, value);
    seen++;
    if (++inStretch == STRETCH) {
      turn();
    }
    return surprise;
  }

  /// Writes what is remembered.
  void save(DataOutputStream out) throws IOException {
    for (double number : new double[] {high, low, highBefore, lowBefore, seen, highs, lows}) {
      out.writeDouble(number);
    }
    out.writeInt(inStretch);
  }

  /// Reads what was remembered; only when nothing is yet.
  void restore(DataInputStream in) throws IOException {
    double most = Double.POSITIVE_INFINITY;
    high = SavedState.number(in, -most, most);
    low = SavedState.number(in, -most, most);
    highBefore = SavedState.number(in, -most, most);
    lowBefore = SavedState.number(in, -most, most);
    seen = SavedState.number(in, 0, 2.0 * STRETCH);
    highs = SavedState.number(in, 0, 2.0 * STRETCH);
    lows = SavedState.number(in, 0, 2.0 * STRETCH);
    inStretch = SavedState.size(in, STRETCH - 1);
  }

  private void turn() {
    inStretch = 0;
    highBefore = high;
    lowBefore = low;
    high = Double.NEGATIVE_INFINITY;
    low = Double.POSITIVE_INFINITY;
    seen /= 2;
    highs /= 2;
    lows /= 2;
  }
}
