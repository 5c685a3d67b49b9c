package fr.bastide.detection.correlation;

import java.time.Duration;

/// What a correlator may hold at most, all correlations and tenants together unless said. When a
/// bound bites, what was used least recently leaves, and that is told.
///
/// @param lateness how much older than the newest event of its group an event may be and still
///   count; memory holds each window that much longer
/// @param groups how many groups
/// @param eventsPerGroup how many events in one group; a correlation whose threshold needs more
///   never holds, which is told when it is added
/// @param events how many events, 24 bytes each
/// @param evidencePerAlert how many events an alert shows
/// @param evidenceBytes about how many bytes of events are kept for alerts to come
public record Bounds(
    Duration lateness,
    int groups,
    int eventsPerGroup,
    int events,
    int evidencePerAlert,
    long evidenceBytes) {

  public Bounds {
    if (lateness.isNegative()
        || groups < 1
        || eventsPerGroup < 1
        || events < eventsPerGroup
        || evidencePerAlert < 0
        || evidenceBytes < 0) {
      throw new IllegalArgumentException("bounds must be positive and allow one full group");
    }
  }

  /// Five minutes of lateness, 200,000 groups, 10,000 events in one and 2,000,000 in all, 10 events
  /// shown, 32 MB of evidence: under 200 MB in all.
  public static Bounds standard() {
    return new Bounds(Duration.ofMinutes(5), 200_000, 10_000, 2_000_000, 10, 32L << 20);
  }

  /// The same with another lateness: files that are read one after another and not merged by time
  /// need as much as their times lie apart.
  public Bounds withLateness(Duration other) {
    return new Bounds(other, groups, eventsPerGroup, events, evidencePerAlert, evidenceBytes);
  }
}
