package fr.bastide.detection.internal.correlation;

import fr.bastide.detection.Correlation.Threshold;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// What a count or an amount has to be: all thresholds of a correlation at once.
final class Limits {

  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final double SURE = 1e-9;
  private static final double TWO_32 = 4_294_967_296.0;

  private final List<Threshold> thresholds;
  private final BigDecimal[] micros;
  private final double[] nearly;

  /// Counts within the bounds that will not do.
  private final List<Long> barred = new ArrayList<>();

  private final long least;
  private final long most;

  /// These thresholds; when there are none, at least `otherwise`.
  Limits(List<Threshold> thresholds, long otherwise) {
    this.thresholds = thresholds;
    micros = new BigDecimal[thresholds.size()];
    nearly = new double[thresholds.size()];
    long low = thresholds.isEmpty() ? otherwise : Long.MIN_VALUE;
    long high = Long.MAX_VALUE;
    for (int i = 0; i < micros.length; i++) {
      BigDecimal number = thresholds.get(i).number();
      micros[i] = number.movePointRight(Micros.DECIMALS);
      nearly[i] = micros[i].doubleValue();
      switch (thresholds.get(i).comparison()) {
        case MORE -> low = Math.max(low, whole(number, RoundingMode.FLOOR) + 1);
        case AT_LEAST -> low = Math.max(low, whole(number, RoundingMode.CEILING));
        case LESS -> high = Math.min(high, whole(number, RoundingMode.CEILING) - 1);
        case AT_MOST -> high = Math.min(high, whole(number, RoundingMode.FLOOR));
        case EQUAL -> {
          low = Math.max(low, whole(number, RoundingMode.CEILING));
          high = Math.min(high, whole(number, RoundingMode.FLOOR));
        }
        case UNEQUAL -> {
          if (whole(number, RoundingMode.FLOOR) == whole(number, RoundingMode.CEILING)) {
            barred.add(whole(number, RoundingMode.FLOOR));
          }
        }
      }
    }
    least = low;
    most = high;
  }

  /// The smallest count that will do.
  long least() {
    return least;
  }

  /// Whether a count will do.
  boolean admit(long count) {
    return count >= least && count <= most && (barred.isEmpty() || !barred.contains(count));
  }

  /// Whether an amount will do: `high * 2^32 + low` millionths, shared by `parts`.
  boolean admit(long high, long low, int parts) {
    double amount = high * TWO_32 + low;
    for (int i = 0; i < micros.length; i++) {
      double bound = nearly[i] * parts;
      double difference = amount - bound;
      boolean sure = Math.abs(difference) > SURE * (Math.abs(amount) + Math.abs(bound)) + 1;
      int order = sure ? (int) Math.signum(difference) : exactly(high, low, parts, micros[i]);
      if (!holds(thresholds.get(i), order)) {
        return false;
      }
    }
    return true;
  }

  private static int exactly(long high, long low, int parts, BigDecimal bound) {
    BigInteger amount = BigInteger.valueOf(high).shiftLeft(32).add(BigInteger.valueOf(low));
    return new BigDecimal(amount).compareTo(bound.multiply(BigDecimal.valueOf(parts)));
  }

  private static boolean holds(Threshold threshold, int order) {
    return switch (threshold.comparison()) {
      case EQUAL -> order == 0;
      case UNEQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case MORE -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }

  /// A whole number near this one; so large that it is out of reach when it is out of reach, with
  /// one to spare.
  private static long whole(BigDecimal number, RoundingMode mode) {
    if (number.abs().compareTo(LONGEST) >= 0) {
      return number.signum() * (Long.MAX_VALUE - 1);
    }
    return Math.clamp(
        number.setScale(0, mode).longValue(), -(Long.MAX_VALUE - 1), Long.MAX_VALUE - 1);
  }
}
