package fr.bastide.detection.internal.surge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// What is known of one source: its past buckets, the one under way and the one before, which late
/// events may still enter, and the surge it is in.
final class Rate {

  private static final int DAYS = 28;
  private static final int REACH = 1_800;
  private static final long DAY = 86_400_000_000L;

  /// Buckets are longer than a second, and times within 2^60 microseconds.
  private static final long FARTHEST = (1L << 60) / 1_000_000;

  final Moments moments;

  /// The bucket under way, counted from 1970; [Long#MIN_VALUE] before the first event.
  long bucket = Long.MIN_VALUE;

  long current;
  long previous;
  int lateRun;

  /// How many buckets in a row have been empty.
  long quiet;

  double usual;
  double alarm = Double.POSITIVE_INFINITY;
  double calm = Double.POSITIVE_INFINITY;

  /// The number of the surge under way, 0 when there is none.
  long surge;

  long since;
  long worst;
  long told;
  double usualAtWorst;
  int back;

  Rate(long width) {
    moments = new Moments((int) (DAYS * (DAY / width)), DAYS, REACH);
  }

  void save(DataOutputStream out) throws IOException {
    out.writeLong(bucket);
    out.writeLong(current);
    out.writeLong(previous);
    out.writeInt(lateRun);
    out.writeLong(quiet);
    out.writeDouble(usual);
    out.writeDouble(alarm);
    out.writeDouble(calm);
    out.writeLong(surge);
    out.writeLong(since);
    out.writeLong(worst);
    out.writeLong(told);
    out.writeDouble(usualAtWorst);
    out.writeInt(back);
    moments.save(out);
  }

  void restore(DataInputStream in) throws IOException {
    bucket = in.readLong();
    current = in.readLong();
    previous = in.readLong();
    lateRun = in.readInt();
    quiet = in.readLong();
    usual = in.readDouble();
    alarm = in.readDouble();
    calm = in.readDouble();
    surge = in.readLong();
    since = in.readLong();
    worst = in.readLong();
    told = in.readLong();
    usualAtWorst = in.readDouble();
    back = in.readInt();
    boolean far = bucket != Long.MIN_VALUE && Math.abs(bucket) > FARTHEST;
    if (far || surge < 0 || current < 0 || previous < 0) {
      throw SavedState.damaged();
    }
    moments.restore(in);
  }
}
