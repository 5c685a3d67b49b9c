package fr.bastide.detection.stix;

import fr.bastide.telemetry.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Times as STIX writes them: UTC, to the millisecond, years of four digits.
final class StixMoments {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private StixMoments() {}

  static String text(Instant instant) {
    Instant known = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    return FORMAT.format(known);
  }

  /// The time of an event; the other one when it tells none.
  static Instant of(long micros, Instant other) {
    return micros == Event.NO_TIME ? other : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /// A date as rules write it, `2026-11-25` or `2026/11/25`, at its first moment.
  static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          LocalDate.parse(text.replace('/', '-')).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
