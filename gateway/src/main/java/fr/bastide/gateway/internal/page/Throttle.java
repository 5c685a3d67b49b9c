package fr.bastide.gateway.internal.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// So many requests of one address in a while. Safe for use by many threads.
final class Throttle {

  private static final int BURST = 120;
  private static final Duration EACH = Duration.ofMillis(50);
  private static final int MOST = 10_000;

  /// An address may ask again from this instant on, having spent its burst.
  private final Map<String, Instant> spent =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST;
        }
      };

  private final InstantSource clock;

  Throttle(InstantSource clock) {
    this.clock = clock;
  }

  /// Counts a request.
  ///
  /// @return whether it may be answered
  synchronized boolean allows(String address) {
    Instant now = clock.instant();
    Instant before = spent.getOrDefault(address, now);
    Instant after = (before.isBefore(now) ? now : before).plus(EACH);
    if (Duration.between(now, after).compareTo(EACH.multipliedBy(BURST)) > 0) {
      return false;
    }
    spent.put(address, after);
    return true;
  }
}
