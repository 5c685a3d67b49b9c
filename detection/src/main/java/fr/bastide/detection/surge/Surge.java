package fr.bastide.detection.surge;

import fr.bastide.kernel.Text;

/// The rate of a source has left its habit upwards: told when it begins, when it has doubled since,
/// and when it is over.
///
/// @param number the same through one surge, never used twice by one watch
/// @param stage what is told now
/// @param tenant whose source it is
/// @param source its name
/// @param since the beginning of the first bucket above the habit, in microseconds
/// @param until the end of the bucket that is told, in microseconds; it may not be over yet
/// @param usual how many events are usual in such a bucket, at this time of day or of the week
/// @param seen how many there are; for the end, how many there were in the worst bucket
/// @param factor how many times the usual that is, where less than one counts as one
/// @param words the same in a sentence
public record Surge(
    long number,
    Stage stage,
    String tenant,
    String source,
    long since,
    long until,
    double usual,
    long seen,
    double factor,
    Text words) {

  /// What is told of a surge.
  public enum Stage {
    BEGAN,
    GREW,
    ENDED
  }
}
