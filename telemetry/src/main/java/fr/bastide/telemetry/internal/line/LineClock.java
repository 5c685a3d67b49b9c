package fr.bastide.telemetry.internal.line;

import java.time.InstantSource;
import java.time.ZoneId;

/// What completes the times of lines that do not say everything.
///
/// @param zone the zone of times that tell none
/// @param now the present, by which a time without a year gets the latest year that does not put it
///   more than a day into the future
public record LineClock(ZoneId zone, InstantSource now) {

  /// The clock of a body in metropolitan France.
  public static LineClock french() {
    return new LineClock(ZoneId.of("Europe/Paris"), InstantSource.system());
  }
}
