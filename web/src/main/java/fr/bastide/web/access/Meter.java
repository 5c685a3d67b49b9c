package fr.bastide.web.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Counts what each key does within windows of time. Safe for threads; the memory it takes is
/// bounded.
final class Meter {

  private static final int MOST_KEYS = 50_000;

  private final ConcurrentMap<String, Count> counts = new ConcurrentHashMap<>();

  private record Count(Instant end, int times) {}

  /// Counts once more for a key.
  ///
  /// @param most how often it may within one window
  /// @return nothing when it may, or how long to wait when it did too often
  Optional<Duration> pass(String key, int most, Duration window, Instant now) {
    if (counts.size() >= MOST_KEYS && !counts.containsKey(key)) {
      counts.values().removeIf(count -> !now.isBefore(count.end()));
      if (counts.size() >= MOST_KEYS) {
        // So many addresses at once are one sender: nobody new until a window ends.
        return Optional.of(window);
      }
    }
    Count count =
        counts.compute(
            key,
            (same, before) ->
                before == null || !now.isBefore(before.end())
                    ? new Count(now.plus(window), 1)
                    : new Count(before.end(), Math.min(before.times() + 1, most + 1)));
    return count.times() > most
        ? Optional.of(Duration.between(now, count.end()))
        : Optional.empty();
  }
}
