package fr.bastide.loop.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until somebody moves it.
public final class SettableClock implements InstantSource {

  private volatile Instant now;

  /// A clock that shows this.
  public SettableClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /// Moves it on.
  public void advance(Duration time) {
    now = now.plus(time);
  }

  /// Sets it.
  public void set(Instant instant) {
    now = instant;
  }
}
