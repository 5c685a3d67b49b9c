package fr.bastide.detection.internal.surge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// How rare a size is among those seen lately: a histogram of bins a sixteenth of an octave wide,
/// whose weights halve every so often so that a changed habit becomes the habit.
///
/// At most [#MOST] bins; when more are needed, the two smallest become one, because small sizes are
/// never rare.
public final class Rarity {

  private static final int MOST = 512;
  private static final int HALVE_EVERY = 3_000;
  private static final double FORGOTTEN = 0.2;

  /// How far above everything seen a size may still count as rarer, in octaves.
  private static final double BEYOND = 3;

  private static final double LOG_2 = Math.log(2);
  private static final int DROPPED_BITS = 48;

  private int[] bins = new int[32];
  private float[] weights = new float[32];
  private int used;
  private double total;
  private int sinceHalved;

  /// The rarity of a size, and then remembers it: about the negative decimal logarithm of the share
  /// of sizes at least as large, more when it is larger than all of them.
  ///
  /// @param size not negative
  public double next(double size) {
    int bin = bin(size);
    int at = Arrays.binarySearch(bins, 0, used, bin);
    int from = at < 0 ? -at - 1 : at;
    double atLeast = 0;
    for (int i = used - 1; i >= from; i--) {
      atLeast += weights[i];
    }
    double rarity = Math.log10((total + 1) / (atLeast + 1));
    if (from == used && used > 0) {
      double largest = floor(bins[used - 1]);
      rarity += largest > 0 ? Math.min(BEYOND, Math.log(size / largest) / LOG_2) : 0;
    }
    remember(bin, at);
    return rarity;
  }

  private void remember(int bin, int at) {
    if (at >= 0) {
      weights[at]++;
    } else {
      insert(-at - 1, bin);
    }
    total++;
    if (++sinceHalved == HALVE_EVERY) {
      halve();
    }
  }

  private void insert(int position, int bin) {
    int at = position;
    if (used == MOST) {
      weights[1] += weights[0];
      remove(0);
      at = Math.max(0, at - 1);
    }
    if (used == bins.length) {
      bins = Arrays.copyOf(bins, 2 * used);
      weights = Arrays.copyOf(weights, 2 * used);
    }
    System.arraycopy(bins, at, bins, at + 1, used - at);
    System.arraycopy(weights, at, weights, at + 1, used - at);
    bins[at] = bin;
    weights[at] = 1;
    used++;
  }

  private void remove(int at) {
    System.arraycopy(bins, at + 1, bins, at, used - at - 1);
    System.arraycopy(weights, at + 1, weights, at, used - at - 1);
    used--;
  }

  private void halve() {
    sinceHalved = 0;
    total = 0;
    int kept = 0;
    for (int i = 0; i < used; i++) {
      float weight = weights[i] / 2;
      if (weight >= FORGOTTEN) {
        bins[kept] = bins[i];
        weights[kept++] = weight;
        total += weight;
      }
    }
    used = kept;
  }

  /// Writes the histogram.
  void save(DataOutputStream out) throws IOException {
    out.writeInt(used);
    for (int i = 0; i < used; i++) {
      out.writeInt(bins[i]);
      out.writeFloat(weights[i]);
    }
    out.writeDouble(total);
    out.writeInt(sinceHalved);
  }

  /// Reads a histogram; only when there is none yet.
  void restore(DataInputStream in) throws IOException {
    used = SavedState.size(in, MOST);
    bins = new int[Math.max(bins.length, used)];
    weights = new float[bins.length];
    int before = -1;
    for (int i = 0; i < used; i++) {
      bins[i] = SavedState.size(in, Integer.MAX_VALUE);
      weights[i] = (float) SavedState.number(in.readFloat(), 0, Float.MAX_VALUE);
      if (bins[i] <= before) {
        throw SavedState.damaged();
      }
      before = bins[i];
    }
    total = SavedState.number(in, 0, Double.MAX_VALUE);
    sinceHalved = SavedState.size(in, HALVE_EVERY - 1);
  }

  /// The exponent and the four leading bits of the fraction: equal steps in octaves, nearly.
  private static int bin(double size) {
    return (int) (Double.doubleToRawLongBits(Math.max(0, size)) >>> DROPPED_BITS);
  }

  private static double floor(int bin) {
    return Double.longBitsToDouble((long) bin << DROPPED_BITS);
  }
}
