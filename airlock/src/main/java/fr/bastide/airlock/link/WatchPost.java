package fr.bastide.airlock.link;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// A [LinkWatch] that several threads report to.
final class WatchPost {

  private final LinkWatch watch;
  private final InstantSource clock;

  WatchPost(LinkWatch watch, InstantSource clock) {
    this.watch = watch;
    this.clock = clock;
  }

  synchronized void heard() {
    watch.heard(clock.instant());
  }

  synchronized void announce(long number, Instant at) {
    watch.announce(number, at);
  }

  synchronized void published(long number) {
    watch.published(number, clock.instant());
  }

  synchronized void repeated(long number) {
    watch.repeated(number);
  }

  synchronized void count(LinkAlarm.Kind kind, long times) {
    watch.count(kind, times);
  }

  synchronized void mismatch(long number) {
    watch.mismatch(number, clock.instant());
  }

  synchronized void restarted() {
    watch.restarted(clock.instant());
  }

  synchronized List<LinkAlarm> tick() {
    return watch.tick(clock.instant());
  }

  synchronized List<NumberSet.Range> missing() {
    return watch.missing();
  }
}
