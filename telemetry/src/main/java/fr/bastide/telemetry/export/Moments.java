package fr.bastide.telemetry.export;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Times as other tools read them.
final class Moments {

  private Moments() {}

  /// Microseconds since 1970 in RFC 3339, UTC.
  static String text(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }
}
