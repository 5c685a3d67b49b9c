package fr.bastide.telemetry.internal.taxonomy;

/// The ways times are written in the data's own words; each reads to microseconds since 1970 in
/// UTC, and [Event#NO_TIME] when the bytes are no such time.
enum TimeFormat {
  ISO,
  EPOCH,
  EPOCH_MS,
  EPOCH_US,
  EPOCH_NS,
  FILETIME,
  HTTP,
  US,
  JSON_DATE;

  /// Reads a time, whatever the bytes.
  long read(byte[] bytes, int from, int to) {
    return switch (this) {
      case ISO -> CalendarTimes.iso(bytes, from, to);
      case HTTP -> CalendarTimes.http(bytes, from, to);
      case US -> CalendarTimes.us(bytes, from, to);
      case EPOCH -> CountedTimes.scaled(bytes, from, to, 6);
      case EPOCH_MS -> CountedTimes.scaled(bytes, from, to, 3);
      case EPOCH_US -> CountedTimes.scaled(bytes, from, to, 0);
      case EPOCH_NS -> CountedTimes.divided(bytes, from, to, 1_000);
      case FILETIME -> CountedTimes.filetime(bytes, from, to);
      case JSON_DATE -> CountedTimes.jsonDate(bytes, from, to);
    };
  }
}
