package fr.bastide.detection.internal.surge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// Keeps quiet for a while after a score unless a higher one comes: one disturbance is told once,
/// and again only when it gets worse. The rest is a share of what has been seen, within bounds.
final class Rest {

  private static final int SHORTEST = 20;
  private static final int LONGEST = 150;
  private static final double SHARE = 0.02;

  private final double[] peaks = new double[LONGEST + 2];
  private final int[] when = new int[LONGEST + 2];
  private int first;
  private int size;
  private int seen;

  /// The score as it is when it is above all within the rest before it; 0 otherwise.
  double next(double score) {
    int rest = (int) Math.clamp(SHARE * seen, SHORTEST, LONGEST);
    while (size > 0 && when[first] < seen - rest) {
      first = (first + 1) % peaks.length;
      size--;
    }
    boolean told = size == 0 || score > peaks[first];
    while (size > 0 && peaks[last()] <= score) {
      size--;
    }
    size++;
    peaks[last()] = score;
    when[last()] = seen++;
    return told ? score : 0;
  }

  /// Writes what is remembered.
  void save(DataOutputStream out) throws IOException {
    out.writeInt(seen);
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeDouble(peaks[(first + i) % peaks.length]);
      out.writeInt(when[(first + i) % peaks.length]);
    }
  }

  /// Reads what was remembered; only when nothing is yet.
  void restore(DataInputStream in) throws IOException {
    seen = SavedState.size(in, Integer.MAX_VALUE);
    size = SavedState.size(in, LONGEST + 1);
    for (int i = 0; i < size; i++) {
      peaks[i] = SavedState.number(in, 0, Double.MAX_VALUE);
      when[i] = SavedState.size(in, seen);
    }
  }

  private int last() {
    return (first + size - 1) % peaks.length;
  }
}
