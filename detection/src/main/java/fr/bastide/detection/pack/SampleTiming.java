package fr.bastide.detection.pack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When an event of a sample happens, and how often.
///
/// @param at the instant, where one is written
/// @param after otherwise how long after the event before it
/// @param repeat how many times it happens, at least once
/// @param every how far apart the times are
public record SampleTiming(Optional<Instant> at, Duration after, int repeat, Duration every) {

  /// Once, a second after what came before.
  public static final SampleTiming NEXT =
      new SampleTiming(Optional.empty(), Duration.ofSeconds(1), 1, Duration.ofSeconds(1));
}
