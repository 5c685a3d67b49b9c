package fr.bastide.detection.surge;

import fr.bastide.detection.internal.surge.RateBook;
import fr.bastide.telemetry.Troubles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Watches how many events each source of each tenant sends, and tells when that leaves its habit
/// upwards. Not safe for threads.
///
/// The habit is the median of comparable buckets: those within half an hour of the same time of day
/// in the four weeks before; once three weeks are known, of the same day of the week, and before
/// that the larger of both. Its spread is their median deviation, on a square root scale on which
/// counts of rare events spread by one half; so one odd day, or an attack, does not become the
/// habit, but a new level that lasts does after about two weeks. In the first day nothing is told,
/// in the first week only twice the factor and against the third quartile of everything so far. A
/// silence of up to three days counts as zero events, a longer one as not known.
///
/// A surge is told as soon as the bucket under way has too many, and is over when two buckets in a
/// row are back.
public final class SurgeWatch {

  private final RateBook book;

  /// A watch that knows no source yet.
  public SurgeWatch(SurgeLimits limits, Surges surges, Troubles troubles) {
    book = new RateBook(limits, surges, troubles);
  }

  /// Takes events of a source.
  ///
  /// @param time when they happened, in microseconds; [fr.bastide.telemetry.Event#NO_TIME] when
  ///   they arrived with the source's last ones. One from before the previous bucket is left out
  ///   and counted
  /// @param events how many
  public void count(String tenant, String source, long time, long events) {
    book.count(tenant, source, time, events);
  }

  /// Tells the present, so that silence is seen and a wrong clock cannot run ahead: from now on an
  /// event more than a bucket after the present counts as of now. Live services call it every
  /// minute or so.
  ///
  /// @param now in microseconds
  public void advance(long now) {
    book.advance(now);
  }

  /// How many sources are watched.
  public int sources() {
    return book.size();
  }

  /// Writes what was learnt and the surges under way.
  public void save(OutputStream output) throws IOException {
    book.save(output);
  }

  /// Puts a saved state in the place of this one's.
  ///
  /// @throws fr.bastide.detection.DetectionException when it is of another version, of other
  ///   buckets, or damaged; nothing has changed then
  public void restore(InputStream input) throws IOException {
    book.restore(input);
  }
}
