package fr.bastide.detection.internal.surge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// The moments of a series that can be compared with now: those within half an hour of the same
/// time of day, on the days before. Keeps the last values in a ring; memory never grows past it.
///
/// Times are kept in whole seconds since the first one, 68 years of them.
public final class Moments {

  private static final int SMALLEST = 64;
  private static final long SECOND = 1_000_000;
  private static final int DAY = 86_400;

  private final int most;
  private final int days;
  private final int reach;
  private int[] times = new int[SMALLEST];
  private float[] values = new float[SMALLEST];
  private long epoch;
  private int size;
  private int next;

  /// No moments yet.
  ///
  /// @param most how many values are kept
  /// @param days how many days back are compared
  /// @param reach how far from the same time of day is still the same, in seconds
  public Moments(int most, int days, int reach) {
    this.most = most;
    this.days = days;
    this.reach = reach;
  }

  /// Adds the value of a moment.
  ///
  /// @param time not before the last one's, in microseconds
  public void add(long time, float value) {
    if (size == 0) {
      epoch = Math.floorDiv(time, SECOND);
    }
    if (size == times.length && size < most) {
      grow();
    }
    times[next] = tick(time);
    values[next] = value;
    next = next + 1 == times.length ? 0 : next + 1;
    size = Math.min(size + 1, times.length);
  }

  /// How many values are kept.
  public int size() {
    return size;
  }

  /// For how many seconds there have been values.
  public int age(long time) {
    return size == 0 ? 0 : tick(time) - time(0);
  }

  /// Writes the values of the comparable moments, latest day first, and returns how many: no more
  /// than there is room for.
  ///
  /// @param everyDays 1 for each day, 7 for the same day of the week only
  public int comparable(long time, int everyDays, float[] into) {
    int count = 0;
    int now = tick(time);
    for (int day = everyDays; day <= days && count < into.length; day += everyDays) {
      int centre = now - day * DAY;
      if (size == 0 || time(0) > centre + reach) {
        break;
      }
      int i = firstFrom(centre - reach);
      while (i < size && count < into.length && time(i) <= centre + reach) {
        into[count++] = value(i++);
      }
    }
    return count;
  }

  /// Writes every value kept and returns how many: no more than there is room for, latest first.
  public int all(float[] into) {
    int count = Math.min(size, into.length);
    for (int i = 0; i < count; i++) {
      into[i] = value(size - 1 - i);
    }
    return count;
  }

  /// Forgets the values of this time and later: the clock went back.
  public void forgetFrom(long time) {
    int kept = size == 0 ? 0 : firstFrom(tick(time));
    int[] oldTimes = new int[times.length];
    float[] oldValues = new float[times.length];
    for (int i = 0; i < kept; i++) {
      oldTimes[i] = time(i);
      oldValues[i] = value(i);
    }
    times = oldTimes;
    values = oldValues;
    size = kept;
    next = kept == times.length ? 0 : kept;
  }

  private int tick(long time) {
    return Math.clamp(Math.floorDiv(time, SECOND) - epoch, -DAY, Integer.MAX_VALUE - DAY);
  }

  private void grow() {
    int larger = (int) Math.min(most, 2L * size);
    int[] moreTimes = new int[larger];
    float[] moreValues = new float[larger];
    for (int i = 0; i < size; i++) {
      moreTimes[i] = time(i);
      moreValues[i] = value(i);
    }
    times = moreTimes;
    values = moreValues;
    next = size;
  }

  /// The position, counted from the oldest, of the first value at or after a time.
  private int firstFrom(int time) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time(middle) < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int time(int i) {
    return times[slot(i)];
  }

  private float value(int i) {
    return values[slot(i)];
  }

  private int slot(int i) {
    int at = next - size + i;
    return at < 0 ? at + times.length : at;
  }

  /// Writes what is kept.
  void save(DataOutputStream out) throws IOException {
    out.writeLong(epoch);
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeInt(time(i));
      out.writeFloat(value(i));
    }
  }

  /// Reads what was kept; only when nothing is kept yet.
  void restore(DataInputStream in) throws IOException {
    epoch = in.readLong();
    int count = SavedState.size(in, most);
    int before = Integer.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      int time = in.readInt();
      float value = in.readFloat();
      if (time < before
          || !Float.isFinite(value)
          || Math.abs(epoch) > Long.MAX_VALUE / SECOND / 4) {
        throw SavedState.damaged();
      }
      before = time;
      if (size == times.length) {
        grow();
      }
      times[next] = time;
      values[next] = value;
      next = next + 1 == times.length ? 0 : next + 1;
      size++;
    }
  }
}
