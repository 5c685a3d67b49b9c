package fr.bastide.incident.obligation;

import java.time.Instant;
import java.util.Optional;

/// By when an obligation is to be met.
public sealed interface Due {

  /// At the latest at an instant.
  ///
  /// @param start when the clock began to run
  /// @param at the last instant in time, reckoned strictly
  /// @param cautious an earlier instant that is safe even if the clock began at the first suspicion
  /// @param byRegulation a later end that Regulation 1182/71 may allow; not to be planned on
  record At(Instant start, Instant at, Optional<Instant> cautious, Optional<Instant> byRegulation)
      implements Due {}

  /// At once.
  ///
  /// @param since since when, if that is known
  record WithoutDelay(Optional<Instant> since) implements Due {}

  /// It cannot be reckoned before a question is answered.
  ///
  /// @param question the question about the start of the clock
  record Unknown(String question) implements Due {}

  /// There is no clock.
  record Standing() implements Due {}
}
