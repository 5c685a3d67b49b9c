package fr.bastide.detection.surge;

import java.time.Duration;

/// When a rate has left its habit, and how much may be watched.
///
/// @param bucket over how long events are counted; a day is a whole number of them
/// @param sources how many sources are watched at most, all tenants together; about 11 kB each once
///   four weeks are known
/// @param factor how many times the usual count a surge has at least
/// @param least how many events in one bucket a surge has at least
/// @param deviations how far above the usual a surge is at least, in robust standard deviations
public record SurgeLimits(
    Duration bucket, int sources, double factor, long least, double deviations) {

  public SurgeLimits {
    boolean whole = bucket.isPositive() && Duration.ofDays(1).toSeconds() % bucket.toSeconds() == 0;
    if (!whole || bucket.toNanosPart() != 0 || sources < 1 || !(factor > 1) || least < 1) {
      throw new IllegalArgumentException("a day must be a whole number of buckets");
    }
  }

  /// Half an hour, 10,000 sources, three times the usual, 20 events, 6 deviations.
  public static SurgeLimits standard() {
    return new SurgeLimits(Duration.ofMinutes(30), 10_000, 3, 20, 6);
  }
}
