package fr.bastide.loop.intake;

import java.time.Instant;
import java.util.UUID;

/// A file that came with a report. It is never shown: it can be downloaded alone, with a warning.
///
/// @param id its identifier
/// @param report the report
/// @param message the message it came with
/// @param name what the sender called it, cleaned of what could deceive
/// @param media the media type that the sender claims; never believed
/// @param bytes how long it is
/// @param sha256 its hash at arrival, 64 hexadecimal digits
/// @param at when it arrived
public record ReportFile(
    UUID id,
    ReportId report,
    UUID message,
    String name,
    String media,
    long bytes,
    String sha256,
    Instant at) {

  /// The longest file that is kept, in bytes.
  public static final int MAX_BYTES = 30_000_000;
}
