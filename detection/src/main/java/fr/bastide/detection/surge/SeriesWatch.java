package fr.bastide.detection.surge;

import fr.bastide.detection.internal.surge.SeriesScore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Watches one series of measured values and says of each how unusual it is, from what came before
/// it alone. Bounded memory, about 110 kB; not safe for threads.
///
/// A value is compared with the values at about the same time of day on the two weeks before: the
/// value itself, its step from the value before, and the mean of the last few. Each comparison
/// becomes a rarity, and records count apart. After a high score there is a rest in which only
/// still higher ones are told.
public final class SeriesWatch {

  private SeriesScore score = new SeriesScore();

  /// A watch that has seen nothing yet.
  public SeriesWatch() {}

  /// How unusual the next value is: from 0, nothing to tell, to almost 1.
  ///
  /// @param time in microseconds since 1970-01-01T00:00Z; one before the last counts as the last
  /// @param value anything but an infinity or a NaN, which score 0 and are forgotten
  public double next(long time, double value) {
    return score.next(time, value);
  }

  /// Writes what was learnt.
  public void save(OutputStream output) throws IOException {
    score.save(output);
  }

  /// Puts a saved state in the place of this one's.
  ///
  /// @throws fr.bastide.detection.DetectionException when it is of another version or damaged;
  ///   nothing has changed then
  public void restore(InputStream input) throws IOException {
    score = SeriesScore.restored(input);
  }
}
