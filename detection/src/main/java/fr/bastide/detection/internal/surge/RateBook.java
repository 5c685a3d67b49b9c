package fr.bastide.detection.internal.surge;

import fr.bastide.detection.surge.Surge;
import fr.bastide.detection.surge.SurgeLimits;
import fr.bastide.detection.surge.Surges;
import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.Trouble;
import fr.bastide.telemetry.Troubles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Every source that is watched, the least recently heard of first.
public final class RateBook {

  private static final long MAGIC = 0x4241_5354_5355_5247L;
  private static final int VERSION = 1;
  private static final long SECOND = 1_000_000;
  private static final long SILENCE = 3 * 86_400 * SECOND;
  private static final long FAR = 1L << 60;

  /// How many calls with events of the past in a row show that the clock went back for good.
  private static final int PATIENCE = 64;

  private static final int BACK = 2;

  /// A source of a tenant.
  private record Name(String tenant, String source) {}

  private final SurgeLimits limits;
  private final Surges surges;
  private final Troubles troubles;
  private final long width;
  private final long silence;
  private final Habit habit = new Habit();
  private Map<Name, Rate> rates = fresh();
  private long numbers;
  private long now = Long.MAX_VALUE;
  private long late;
  private long left;

  /// A book without sources.
  public RateBook(SurgeLimits limits, Surges surges, Troubles troubles) {
    this.limits = limits;
    this.surges = surges;
    this.troubles = troubles;
    width = limits.bucket().toSeconds() * SECOND;
    silence = Math.max(1, SILENCE / width);
  }

  private static Map<Name, Rate> fresh() {
    return new LinkedHashMap<>(16, 0.75f, true);
  }

  /// How many sources are watched.
  public int size() {
    return rates.size();
  }

  /// Takes events of a source.
  public void count(String tenant, String source, long time, long events) {
    Name name = new Name(tenant, source);
    Rate rate = rates.get(name);
    if (rate == null) {
      rate = new Rate(width);
      rates.put(name, rate);
      bound();
    }
    long bucket = bucket(rate, time);
    if (rate.bucket == Long.MIN_VALUE || bucket > rate.bucket) {
      turn(name, rate, bucket);
    }
    if (bucket == rate.bucket) {
      rate.lateRun = 0;
      rate.current = plus(rate.current, events);
      if (rate.current >= rate.alarm) {
        above(name, rate, rate.bucket, rate.current);
      }
    } else if (bucket == rate.bucket - 1) {
      rate.lateRun = 0;
      rate.previous = plus(rate.previous, events);
    } else {
      past(name, rate, bucket, events);
    }
  }

  private static long plus(long sum, long events) {
    return Math.min(FAR, sum + Math.clamp(events, 0, FAR));
  }

  private long bucket(Rate rate, long time) {
    if (time == Event.NO_TIME) {
      long present = now == Long.MAX_VALUE ? 0 : Math.floorDiv(now, width);
      return rate.bucket == Long.MIN_VALUE ? present : rate.bucket;
    }
    boolean ahead = now != Long.MAX_VALUE && time > now + width;
    return Math.floorDiv(Math.clamp(ahead ? now : time, -FAR, FAR), width);
  }

  private void past(Name name, Rate rate, long bucket, long events) {
    late = tell(late, name, "sont arrivés trop tard pour compter", "came too late to count");
    if (++rate.lateRun >= PATIENCE) {
      end(name, rate);
      rate.moments.forgetFrom(bucket * width);
      rate.lateRun = 0;
      rate.bucket = bucket;
      rate.current = events;
      rate.previous = 0;
      learn(rate);
    }
  }

  /// Closes buckets until this one is under way.
  private void turn(Name name, Rate rate, long bucket) {
    if (rate.bucket != Long.MIN_VALUE) {
      long gap = bucket - rate.bucket;
      long steps = gap > silence ? 2 : gap;
      for (long i = 0; i < steps; i++) {
        close(name, rate);
        rate.previous = rate.current;
        rate.current = 0;
        rate.bucket++;
        learn(rate);
      }
    }
    if (rate.bucket != bucket) {
      end(name, rate);
      rate.bucket = bucket;
      rate.previous = 0;
      rate.current = 0;
      learn(rate);
    }
  }

  /// The bucket before the one under way takes no more: it becomes part of the past.
  private void close(Name name, Rate rate) {
    long closed = rate.bucket - 1;
    rate.quiet = rate.previous == 0 ? rate.quiet + 1 : 0;
    if (rate.quiet <= silence && (rate.moments.size() > 0 || rate.previous > 0)) {
      rate.moments.add(closed * width, (float) rate.previous);
    }
    if (rate.surge == 0) {
      return;
    }
    rate.back = rate.current < rate.calm ? rate.back + 1 : 0;
    if (rate.back >= BACK) {
      end(name, rate);
    }
  }

  private void learn(Rate rate) {
    habit.at(rate.moments, rate.bucket * width, limits);
    rate.usual = habit.usual;
    rate.alarm = habit.alarm;
    rate.calm = habit.calm;
  }

  private void above(Name name, Rate rate, long bucket, long seen) {
    rate.back = 0;
    if (rate.surge == 0) {
      rate.surge = ++numbers;
      rate.since = bucket * width;
      rate.worst = seen;
      rate.told = seen;
      rate.usualAtWorst = rate.usual;
      tell(Surge.Stage.BEGAN, name, rate, bucket);
      return;
    }
    if (seen > rate.worst) {
      rate.worst = seen;
      rate.usualAtWorst = rate.usual;
    }
    if (seen >= 2 * rate.told) {
      rate.told = seen;
      tell(Surge.Stage.GREW, name, rate, bucket);
    }
  }

  private void end(Name name, Rate rate) {
    if (rate.surge != 0) {
      tell(Surge.Stage.ENDED, name, rate, rate.bucket);
      rate.surge = 0;
      rate.back = 0;
    }
  }

  private void tell(Surge.Stage stage, Name name, Rate rate, long bucket) {
    double factor = rate.worst / Math.max(1, rate.usualAtWorst);
    surges.tell(
        new Surge(
            rate.surge,
            stage,
            name.tenant,
            name.source,
            rate.since,
            (bucket + 1) * width,
            rate.usualAtWorst,
            rate.worst,
            factor,
            SurgeWords.of(
                stage,
                rate.since,
                rate.usualAtWorst,
                rate.worst,
                factor,
                limits.bucket().toMinutes())));
  }

  private void bound() {
    if (rates.size() > limits.sources()) {
      Iterator<Map.Entry<Name, Rate>> first = rates.entrySet().iterator();
      Map.Entry<Name, Rate> oldest = first.next();
      end(oldest.getKey(), oldest.getValue());
      first.remove();
      left =
          tell(
              left,
              oldest.getKey(),
              "ne sont plus suivies, faute de place",
              "are no longer watched for want of room");
    }
  }

  private long tell(long before, Name name, String french, String english) {
    long count = before + 1;
    long power = 1;
    while (power < count) {
      power *= 10;
    }
    if (power == count) {
      String place = name.tenant.isEmpty() ? name.source : name.tenant + ", " + name.source;
      troubles.tell(
          new Trouble(
              place,
              new Text(
                  "Des sources ou leurs événements " + french + ". En tout\u00a0: " + count + ".",
                  "Sources or their events " + english + ". In all: " + count + ".")));
    }
    return count;
  }

  /// Tells the present, in microseconds.
  public void advance(long present) {
    now = Math.clamp(present, -FAR, FAR);
    long bucket = Math.floorDiv(now, width);
    for (Map.Entry<Name, Rate> entry : rates.entrySet()) {
      Rate rate = entry.getValue();
      if (rate.bucket != Long.MIN_VALUE && bucket > rate.bucket + 1) {
        turn(entry.getKey(), rate, bucket - 1);
      }
    }
  }

  /// Writes what was learnt.
  public void save(OutputStream output) throws IOException {
    SavedState.write(
        output,
        MAGIC,
        VERSION,
        out -> {
          out.writeLong(width);
          out.writeLong(numbers);
          out.writeLong(now);
          out.writeInt(rates.size());
          for (Map.Entry<Name, Rate> entry : rates.entrySet()) {
            SavedState.text(out, entry.getKey().tenant);
            SavedState.text(out, entry.getKey().source);
            entry.getValue().save(out);
          }
        });
  }

  /// Puts a saved state in the place of this one's.
  public void restore(InputStream input) throws IOException {
    Map<Name, Rate> read = fresh();
    long[] head = new long[2];
    SavedState.read(
        input,
        MAGIC,
        VERSION,
        in -> {
          if (in.readLong() != width) {
            throw SavedState.damaged();
          }
          head[0] = in.readLong();
          head[1] = in.readLong();
          for (int i = SavedState.size(in, Integer.MAX_VALUE); i > 0; i--) {
            Name name = new Name(SavedState.text(in), SavedState.text(in));
            Rate rate = new Rate(width);
            rate.restore(in);
            read.put(name, rate);
          }
        });
    rates = read;
    numbers = head[0];
    now = head[1];
    while (rates.size() > limits.sources()) {
      bound();
    }
  }
}
