package fr.bastide.print.plot;

import java.util.ArrayList;
import java.util.List;

/// A straight axis: where a value stands, and round numbers to write along it.
///
/// @param from the value at `start`
/// @param to the value at `end`, different from `from`
/// @param start where it begins, in pixels
/// @param end where it ends, in pixels
record Axis(double from, double to, double start, double end) {

  Axis {
    if (!(to > from)) {
      throw new IllegalArgumentException("an axis from " + from + " to " + to);
    }
  }

  double at(double value) {
    return start + (end - start) * (value - from) / (to - from);
  }

  /// Round numbers within the axis, at most `most` intervals.
  List<Double> ticks(int most) {
    double step = step((to - from) / most);
    List<Double> ticks = new ArrayList<>();
    for (double tick = Math.ceil(from / step) * step; tick <= to + step / 1e6; tick += step) {
      ticks.add(tick);
    }
    return ticks;
  }

  /// The least of 1, 2, 5, 10, 20… that is not below a value.
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 5}) {
      if (power * factor >= least * 0.999999) {
        return power * factor;
      }
    }
    return power * 10;
  }
}
