package fr.bastide.detection.internal.surge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/// The score behind a watched series.
public final class SeriesScore {

  private static final long MAGIC = 0x4241_5354_5345_5249L;
  private static final int VERSION = 1;
  private static final int KEPT = 4_096;
  private static final int DAYS = 14;
  private static final int REACH = 1_800;
  private static final int NEIGHBOURS = 10;
  private static final int SMOOTH = 24;

  /// Sizes above are beyond what can be told apart.
  private static final double LARGEST = 1e30;

  /// The score at which half of the scale is reached.
  private static final double MIDDLE = 4;

  private final Feature level = new Feature();
  private final Feature step = new Feature();
  private final Feature mean = new Feature();
  private final Extremes extremes = new Extremes();
  private final Rest rest = new Rest();
  private final float[] comparable = new float[512];
  private final Nearness nearness = new Nearness(NEIGHBOURS);
  private final double[] last = new double[SMOOTH];
  private int seen;
  private long latest = Long.MIN_VALUE;

  /// One number derived from the series, and how rare its distances are.
  private static final class Feature {

    private final Moments moments = new Moments(KEPT, DAYS, REACH);
    private final Rarity rarity = new Rarity();
  }

  /// How unusual the next value is, from 0 to almost 1.
  public double next(long time, double measured) {
    if (!Double.isFinite(measured)) {
      return 0;
    }
    double value = Math.clamp(measured, -LARGEST, LARGEST);
    latest = Math.max(latest, time);
    double before = seen == 0 ? value : last[(seen - 1) % SMOOTH];
    last[seen % SMOOTH] = value;
    // Once there have been enough, only the place in the ring counts.
    seen = seen + 1 == 2 * SMOOTH ? SMOOTH : seen + 1;
    double a = rarity(level, value);
    double b = rarity(step, value - before);
    double c = rarity(mean, smoothed());
    double d = extremes.next(value);
    double all = rest.next(Math.sqrt(a * a + b * b + c * c + d * d));
    return all / (all + MIDDLE);
  }

  /// Writes what was learnt.
  public void save(OutputStream output) throws IOException {
    SavedState.write(
        output,
        MAGIC,
        VERSION,
        out -> {
          for (Feature feature : List.of(level, step, mean)) {
            feature.moments.save(out);
            feature.rarity.save(out);
          }
          extremes.save(out);
          rest.save(out);
          out.writeInt(seen);
          out.writeLong(latest);
          for (double value : last) {
            out.writeDouble(value);
          }
        });
  }

  /// A score that knows what another had learnt when it was saved.
  public static SeriesScore restored(InputStream input) throws IOException {
    SeriesScore score = new SeriesScore();
    SavedState.read(
        input,
        MAGIC,
        VERSION,
        in -> {
          for (Feature feature : List.of(score.level, score.step, score.mean)) {
            feature.moments.restore(in);
            feature.rarity.restore(in);
          }
          score.extremes.restore(in);
          score.rest.restore(in);
          score.seen = SavedState.size(in, 2 * SMOOTH - 1);
          score.latest = in.readLong();
          for (int i = 0; i < SMOOTH; i++) {
            score.last[i] = SavedState.number(in, -LARGEST, LARGEST);
          }
        });
    return score;
  }

  private double rarity(Feature feature, double number) {
    float near = (float) number;
    int count = feature.moments.comparable(latest, 1, comparable);
    double rarity = feature.rarity.next(nearness.distance(comparable, count, near));
    feature.moments.add(latest, near);
    return rarity;
  }

  private double smoothed() {
    int count = Math.min(seen, SMOOTH);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += last[i];
    }
    return sum / count;
  }
}
