package fr.bastide.detection.correlation;

import fr.bastide.detection.Alert;

/// A stretch of time in which a correlation holds for one group: opened once, told again only when
/// it has doubled, and ended when no window near it holds any more.
///
/// @param number the same through one episode, never used twice by one correlator
/// @param stage what is told now
/// @param since the time of the last event of the first window that held, in microseconds;
///   [fr.bastide.telemetry.Event#NO_TIME] when unknown
/// @param alert the alert as it stands; it takes the place of the one told before with this number.
///   Its events are those that opened the episode, then the latest one
public record Episode(long number, Stage stage, long since, Alert alert) {

  /// What is told of an episode.
  public enum Stage {
    OPENED,
    GROWN,
    ENDED
  }
}
